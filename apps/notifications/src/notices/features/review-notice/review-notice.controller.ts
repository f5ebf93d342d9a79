import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { ReviewNoticeDto } from './review-notice.dto';
import { ReviewNoticeHandler } from './review-notice.handler';

@Controller('api/notices')
export class ReviewNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReviewNoticeHandler,
  ) {}

  @Post(':id/review')
  @Operation('notifications.reviewNotice', {
    summary: { zh: '复核夜间发布的公告', en: 'Review a notice released at night' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  review(@PathId() id: string, @Body() input: ReviewNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
