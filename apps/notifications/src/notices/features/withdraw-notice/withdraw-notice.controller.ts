import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { WithdrawNoticeDto } from './withdraw-notice.dto';
import { WithdrawNoticeHandler } from './withdraw-notice.handler';

@Controller('api/notices')
export class WithdrawNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: WithdrawNoticeHandler,
  ) {}

  @Post(':id/withdraw')
  @Operation('notifications.withdrawNotice', {
    summary: { zh: '撤回公告', en: 'Withdraw a notice' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  withdraw(@PathId() id: string, @Body() input: WithdrawNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
