import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { NoticeView, viewOf } from '../notice.view';
import { RevokeApprovalLinkHandler } from './revoke-approval-link.handler';

@Controller('api/notices')
export class RevokeApprovalLinkController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RevokeApprovalLinkHandler,
  ) {}

  @Post(':id/approval-links/:linkId/revoke')
  @Operation('notifications.revokeApprovalLink', {
    summary: { zh: '收回审核链接', en: 'Revoke a link for an approver' },
    ok: 200,
    okBody: NoticeView,
    errors: ['conflict', 'stale'],
  })
  revoke(@PathId() id: string, @PathId('linkId') linkId: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<NoticeView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, linkId, input), viewOf);
  }
}
