import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { ScheduleNoticeDto } from './schedule-notice.dto';
import { ScheduleNoticeHandler } from './schedule-notice.handler';

@Controller('api/notices')
export class ScheduleNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ScheduleNoticeHandler,
  ) {}

  @Post(':id/schedule')
  @Operation('notifications.scheduleNotice', {
    summary: { zh: '定时发布公告', en: 'Release a notice at a time' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  schedule(@PathId() id: string, @Body() input: ScheduleNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
