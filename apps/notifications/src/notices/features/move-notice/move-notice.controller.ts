import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import type { PlainMove } from '../../domain/notice-event';
import { NoticeView, viewOf } from '../notice.view';
import { MoveNoticeHandler } from './move-notice.handler';

/** The moves that say nothing but themselves. */
@Controller('api/notices')
export class MoveNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MoveNoticeHandler,
  ) {}

  @Post(':id/submit')
  @Operation('notifications.submitNotice', { summary: { zh: '公告送审', en: 'Submit a notice for approval' }, ok: 200, okBody: NoticeView, errors: ['conflict', 'stale'] })
  submit(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.move(command, id, input, 'submit');
  }

  @Post(':id/recall')
  @Operation('notifications.recallNotice', { summary: { zh: '收回送审的公告', en: 'Recall a submitted notice' }, ok: 200, okBody: NoticeView, errors: ['conflict', 'stale'] })
  recall(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.move(command, id, input, 'recall');
  }

  @Post(':id/unschedule')
  @Operation('notifications.unscheduleNotice', { summary: { zh: '取消定时发布', en: 'Take the time of a release back' }, ok: 200, okBody: NoticeView, errors: ['conflict', 'stale'] })
  unschedule(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.move(command, id, input, 'unschedule');
  }

  @Post(':id/discard')
  @Operation('notifications.discardNotice', { summary: { zh: '作废公告草稿', en: 'Give up a draft' }, ok: 200, okBody: NoticeView, errors: ['conflict', 'stale'] })
  discard(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.move(command, id, input, 'discard');
  }

  private move(command: CommandContext, id: string, input: ActFields, move: PlainMove): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input, move), viewOf);
  }
}
