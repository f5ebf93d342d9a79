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
    description: {
      zh: '已发布的公告：撤回原因由撤回人一人填写，不经审核，原文发给所有收到公告的人、印在通知单上，并由张贴人转发到业主群。',
      en: 'Of a notice that was released, the reason is published word for word as one person wrote it, approved by nobody: to all who were told of the notice, on slips, and in the chat groups that read it.',
    },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  withdraw(@PathId() id: string, @Body() input: WithdrawNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
