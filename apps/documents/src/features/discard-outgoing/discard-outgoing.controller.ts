import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { EndOutgoingDto } from '../end-outgoing.dto';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { DiscardOutgoingHandler } from './discard-outgoing.handler';

@Controller('api/outgoing-documents')
export class DiscardOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DiscardOutgoingHandler,
  ) {}

  @Post(':id/discard')
  @Operation('documents.discardOutgoing', {
    summary: { zh: '撤销文稿', en: 'Discard a draft that has no number' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  discard(@PathId() id: string, @Body() input: EndOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
