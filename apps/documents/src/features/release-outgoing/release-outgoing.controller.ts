import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { ReleaseOutgoingDto } from './release-outgoing.dto';
import { ReleaseOutgoingHandler } from './release-outgoing.handler';

@Controller('api/outgoing-documents')
export class ReleaseOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReleaseOutgoingHandler,
  ) {}

  @Post(':id/release')
  @Operation('documents.releaseOutgoing', {
    summary: { zh: '发出', en: 'Release a document' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  release(@PathId() id: string, @Body() input: ReleaseOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
