import { Body, Controller, Post } from '@nestjs/common';
import { isUniqueViolation } from '@property-office/persistence';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation, PathId } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { NoticeView, viewOf } from '../notice.view';
import { CorrectNoticeDto } from './correct-notice.dto';
import { CorrectNoticeHandler } from './correct-notice.handler';

@Controller('api/notices')
export class CorrectNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectNoticeHandler,
  ) {}

  @Post(':id/correct')
  @Operation('notifications.correctNotice', {
    summary: { zh: '更正公告（新版本草稿）', en: 'Correct a notice: a draft of its next edition' },
    ok: 201,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  async correct(@PathId() id: string, @Body() input: CorrectNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    const correcting = this.commands.run(
      command,
      async (tx, prepared) => {
        const notice = await this.handler.execute(tx, command, id, input, prepared);
        return created(`/api/notices/${notice.id}`, viewOf(notice), notice.version);
      },
      () => this.handler.prepare(command, id, input),
    );
    return correcting.catch((error: unknown) => {
      // The constraint decides, not a look before: two people may begin at once.
      throw isUniqueViolation(error, 'notice_one_correction') ? noticeErrors.correctionUnderWay() : error;
    });
  }
}
