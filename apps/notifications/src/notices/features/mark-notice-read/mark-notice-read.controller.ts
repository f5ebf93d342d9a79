import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { MarkNoticeReadHandler } from './mark-notice-read.handler';

export class NoticeReadingView {
  @ApiProperty({ format: 'date-time' })
  readAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt!: string | null;
}

@Controller('api/notices')
export class MarkNoticeReadController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MarkNoticeReadHandler,
  ) {}

  @Post(':id/read')
  @Operation('notifications.markNoticeRead', { summary: { zh: '公告标为已读', en: 'Mark a notice as read' }, ok: 200, okBody: NoticeReadingView })
  read(@PathId() id: string, @Body() _: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeReadingView>> {
    return this.mark(command, id, false);
  }

  @Post(':id/acknowledge')
  @Operation('notifications.acknowledgeNotice', {
    summary: { zh: '确认收到公告', en: 'Acknowledge a notice' },
    ok: 200,
    okBody: NoticeReadingView,
    errors: ['conflict'],
  })
  acknowledge(@PathId() id: string, @Body() _: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeReadingView>> {
    return this.mark(command, id, true);
  }

  private mark(command: CommandContext, id: string, acknowledge: boolean): Promise<Answer<NoticeReadingView>> {
    return this.commands.run(command, async (tx) => {
      const { readAt, acknowledgedAt } = await this.handler.execute(tx, command, id, acknowledge);
      return ok({ readAt: readAt!.toISOString(), acknowledgedAt: acknowledgedAt?.toISOString() ?? null });
    });
  }
}
