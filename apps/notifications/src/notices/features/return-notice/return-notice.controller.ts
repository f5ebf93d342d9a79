import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { ReturnNoticeDto } from './return-notice.dto';
import { ReturnNoticeHandler } from './return-notice.handler';

@Controller('api/notices')
export class ReturnNoticeController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReturnNoticeHandler,
  ) {}

  @Post(':id/return')
  @Operation('notifications.returnNotice', {
    summary: { zh: '退回公告修改', en: 'Return a notice with remarks' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  giveBack(@PathId() id: string, @Body() input: ReturnNoticeDto, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), viewOf);
  }
}
