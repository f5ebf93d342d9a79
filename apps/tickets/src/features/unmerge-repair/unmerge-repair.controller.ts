import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { UnmergeRepairDto } from './unmerge-repair.dto';
import { UnmergeRepairHandler } from './unmerge-repair.handler';

@Controller('api/repair-requests')
export class UnmergeRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: UnmergeRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/unmerge')
  @Operation('tickets.unmergeRepair', {
    summary: { zh: '撤销并单', en: 'Undo a merge' },
    description: {
      zh: '在所并入的报修仍在处理时；恢复到其维修实际所处的状态，派工与回访一并恢复。',
      en: 'While the request it was merged into is open; it stands where its work stands, with its work order and follow-up.',
    },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale'],
  })
  unmerge(@PathId() id: string, @Body() input: UnmergeRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
