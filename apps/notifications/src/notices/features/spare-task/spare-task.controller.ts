import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeTaskView, taskViewOf } from '../notice-task.view';
import { SpareTaskHandler } from './spare-task.handler';

@Controller('api/notice-tasks')
export class SpareTaskController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SpareTaskHandler,
  ) {}

  @Post(':id/spare')
  @Operation('notifications.spareNoticeTask', {
    summary: { zh: '原文未发出，无需处理', en: 'The old notice was never out there: nothing to do' },
    ok: 200,
    okBody: NoticeTaskView,
    errors: ['conflict', 'stale'],
  })
  spare(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeTaskView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), taskViewOf);
  }
}
