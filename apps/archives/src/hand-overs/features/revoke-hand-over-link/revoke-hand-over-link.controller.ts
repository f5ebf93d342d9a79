import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { RecordHandOverView, handOverView } from '../hand-over.view';
import { RevokeHandOverLinkHandler } from './revoke-hand-over-link.handler';

@Controller('api/hand-overs')
export class RevokeHandOverLinkController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RevokeHandOverLinkHandler,
  ) {}

  @Post(':id/links/:linkId/revoke')
  @Operation('archives.revokeHandOverLink', { summary: { zh: '收回签收链接', en: 'Revoke a link for a hand-over' }, ok: 200, okBody: RecordHandOverView, errors: ['conflict', 'stale'] })
  revoke(@PathId() id: string, @PathId('linkId') linkId: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<RecordHandOverView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, linkId, input), handOverView);
  }
}
