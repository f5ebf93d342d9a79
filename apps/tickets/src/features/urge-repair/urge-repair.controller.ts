import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { UrgeRepairDto } from './urge-repair.dto';
import { UrgeRepairHandler } from './urge-repair.handler';

@Controller('api/repair-requests')
export class UrgeRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: UrgeRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/urge')
  @Operation('tickets.urgeRepair', {
    summary: { zh: '催单', en: 'Urge a repair request on' },
    description: {
      zh: '报修人或客服代为催促；每次之间须间隔两小时（紧急类三十分钟）。',
      en: 'By the reporter, or the desk for them; not again within two hours, of urgent classes within thirty minutes.',
    },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale', 'too-many'],
  })
  urge(@PathId() id: string, @Body() input: UrgeRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
