import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { RemindUnreadHandler } from './remind-unread.handler';

@Controller('api/notices')
export class RemindUnreadController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RemindUnreadHandler,
  ) {}

  @Post(':id/remind')
  @Operation('notifications.remindUnread', {
    summary: { zh: '提醒未读公告的人', en: 'Remind those who have not read a notice' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  remind(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
