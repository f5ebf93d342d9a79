import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { DraftNoticeDto } from './draft-notice.dto';
import { DraftNoticeHandler } from './draft-notice.handler';

@Controller('api/notices')
export class DraftNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DraftNoticeHandler,
  ) {}

  @Post()
  @Operation('notifications.draftNotice', { summary: { zh: '起草公告', en: 'Draft a notice' }, ok: 201, okBody: NoticeView })
  draft(@Body() input: DraftNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.run(
      command,
      (tx, prepared) => {
        const notice = this.handler.execute(tx, command, input, prepared);
        return created(`/api/notices/${notice.id}`, viewOf(notice), notice.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
