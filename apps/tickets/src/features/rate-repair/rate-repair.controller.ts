import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { RepairRequestView } from '../repair-request.view';
import { RepairViews } from '../repair-views';
import { RateRepairDto } from './rate-repair.dto';
import { RateRepairHandler } from './rate-repair.handler';

@Controller('api/repair-requests')
export class RateRepairController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RateRepairHandler,
    private readonly views: RepairViews,
  ) {}

  @Post(':id/rating')
  @Operation('tickets.rateRepair', {
    summary: { zh: '评价维修结果', en: 'Rate the result of a repair' },
    description: {
      zh: '由报修人本人，在完工或结案之后；每轮一次，一天内可以更改。一星、二星视为不满意，转返修。',
      en: 'By the reporter, when it is resolved or closed; once an episode, changeable for a day. One or two stars reopen it.',
    },
    ok: 200,
    okBody: RepairRequestView,
    errors: ['conflict', 'stale'],
  })
  rate(@PathId() id: string, @Body() input: RateRepairDto, @Command() command: CommandContext): Promise<Answer<RepairRequestView>> {
    return this.commands.act(
      command,
      (tx) => this.handler.execute(tx, command, id, input),
      (request) => this.views.masked(request),
    );
  }
}
