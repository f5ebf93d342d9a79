import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { ReleaseNoticeHandler } from './release-notice.handler';

@Controller('api/notices')
export class ReleaseNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReleaseNoticeHandler,
  ) {}

  @Post(':id/release')
  @Operation('notifications.releaseNotice', {
    summary: { zh: '立即发布公告', en: 'Release a notice now' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  release(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
