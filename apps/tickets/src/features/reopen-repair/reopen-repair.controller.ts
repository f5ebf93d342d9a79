import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { ReopenRepairDto } from './reopen-repair.dto';
import { ReopenRepairHandler } from './reopen-repair.handler';

@Controller('api/repair-requests')
export class ReopenRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReopenRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/reopen')
  @Operation('tickets.reopenRepair', {
    summary: { zh: '要求返修', en: 'Reopen a repair request' },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale'],
  })
  reopen(@PathId() id: string, @Body() input: ReopenRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
