import { Body, Controller, Post } from '@nestjs/common';
import { ActFields, Command, Commands, Operation, PathId, type Answer, type CommandContext } from '@property-office/service-kit';
import { DestructionView, destructionView } from '../destruction.view';
import { RevokeWitnessLinkHandler } from './revoke-witness-link.handler';

@Controller('api/destructions')
export class RevokeWitnessLinkController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RevokeWitnessLinkHandler,
  ) {}

  @Post(':id/witness-links/:linkId/revoke')
  @Operation('archives.revokeWitnessLink', { summary: { zh: '收回监销链接', en: 'Revoke a link for a witness' }, ok: 200, okBody: DestructionView, errors: ['conflict', 'stale'] })
  revoke(@PathId() id: string, @PathId('linkId') linkId: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<DestructionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, linkId, input), destructionView);
  }
}
