import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { ApproveNoticeDto } from './approve-notice.dto';
import { ApproveNoticeHandler } from './approve-notice.handler';

@Controller('api/notices')
export class ApproveNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveNoticeHandler,
  ) {}

  @Post(':id/approve')
  @Operation('notifications.approveNotice', {
    summary: { zh: '审核通过公告', en: 'Approve a notice' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  approve(@PathId() id: string, @Body() input: ApproveNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
