import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { CancelRepairDto } from './cancel-repair.dto';
import { CancelRepairHandler } from './cancel-repair.handler';

@Controller('api/repair-requests')
export class CancelRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CancelRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/cancel')
  @Operation('tickets.cancelRepair', {
    summary: { zh: '取消报修', en: 'Cancel a repair request' },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale'],
  })
  cancel(@PathId() id: string, @Body() input: CancelRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
