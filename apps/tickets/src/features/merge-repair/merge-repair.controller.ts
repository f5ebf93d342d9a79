import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { MergeRepairDto } from './merge-repair.dto';
import { MergeRepairHandler } from './merge-repair.handler';

@Controller('api/repair-requests')
export class MergeRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MergeRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/merge')
  @Operation('tickets.mergeRepair', {
    summary: { zh: '并单', en: 'Merge a repair request into another' },
    description: {
      zh: '与本项目另一条处理中的报修（须同级或更紧急）为同一问题：并入后由那一条继续处理，报修人会收到其结果。',
      en: 'Another report of the same, of the same site, as urgent or more: the other one goes on for both, and whoever reported this one hears what becomes of it.',
    },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale'],
  })
  merge(@PathId() id: string, @Body() input: MergeRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
