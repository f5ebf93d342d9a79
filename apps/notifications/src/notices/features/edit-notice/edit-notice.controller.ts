import { Body, Controller, Put } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId, requiredMatch } from '@property-office/service-kit';
import { NoticeContentDto } from '../notice-content.dto';
import { NoticeView, viewOf } from '../notice.view';
import { EditNoticeHandler } from './edit-notice.handler';

@Controller('api/notices')
export class EditNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EditNoticeHandler,
  ) {}

  /** Overwrites the whole content: the version that was read has to be named. */
  @Put(':id')
  @Operation('notifications.editNotice', {
    summary: { zh: '修改公告草稿', en: 'Edit a draft of a notice' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  edit(@PathId() id: string, @Body() input: NoticeContentDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    requiredMatch(command);
    return this.commands.run(
      command,
      async (tx, prepared) => {
        const notice = await this.handler.execute(tx, command, id, input, prepared);
        return ok(viewOf(notice), notice.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
