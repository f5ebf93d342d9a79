import { Body, Controller, Post } from '@nestjs/common';
import { AttachmentClaims } from '@property-office/backbone';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { assertPictures } from '../../domain/proof';
import { NoticeTaskView, taskViewOf } from '../notice-task.view';
import { FinishNoticeTaskDto } from './finish-task.dto';
import { FinishTaskHandler } from './finish-task.handler';

@Controller('api/notice-tasks')
export class FinishTaskController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishTaskHandler,
    private readonly attachments: AttachmentClaims,
  ) {}

  @Post(':id/finish')
  @Operation('notifications.finishNoticeTask', {
    summary: { zh: '完成张贴任务', en: 'Finish a posting task' },
    ok: 200,
    okBody: NoticeTaskView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishNoticeTaskDto, @Command() command: CommandContext): Promise<Answer<NoticeTaskView>> {
    return this.commands.run(
      command,
      async (tx) => {
        const task = await this.handler.execute(tx, command, id, input);
        return ok(taskViewOf(task), task.version);
      },
      async () => assertPictures(await this.attachments.claim(input.attachmentIds, command.principal.personId, { type: 'notice-task', id })),
    );
  }
}
