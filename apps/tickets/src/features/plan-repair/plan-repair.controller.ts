import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { PlanRepairDto } from './plan-repair.dto';
import { PlanRepairHandler } from './plan-repair.handler';

@Controller('api/repair-requests')
export class PlanRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: PlanRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/plan')
  @Operation('tickets.planRepair', {
    summary: { zh: '登记维修计划', en: 'Say by when the work is to be done' },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale'],
  })
  plan(@PathId() id: string, @Body() input: PlanRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
