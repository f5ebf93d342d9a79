import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { ComplaintView, viewOf } from '../complaint.view';
import { TakeBackMergeHandler } from './take-back-merge.handler';

@Controller('api/complaints')
export class TakeBackMergeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TakeBackMergeHandler,
  ) {}

  @Post(':id/take-back')
  @Operation('complaints.takeBackMerge', {
    summary: { zh: '撤回并案', en: 'Take a merge back' },
    description: {
      zh: '并案人本人在五分钟内，且其后两条投诉均未再办理、也未把并案告知没有账户的投诉人：两条投诉恢复并案前的情况，投诉人会得知；已回避的人员仍须回避。',
      en: 'By whoever merged it, within five minutes and if nothing followed in either: both complaints stand as before, and its complainants are told so. From whom they were hidden they stay hidden.',
    },
    ok: 200,
    okBody: ComplaintView,
    errors: ['conflict', 'stale'],
  })
  takeBack(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<ComplaintView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
