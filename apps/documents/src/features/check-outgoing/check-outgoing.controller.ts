import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OpinionDto } from '../opinion.dto';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { CheckOutgoingHandler } from './check-outgoing.handler';

@Controller('api/outgoing-documents')
export class CheckOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CheckOutgoingHandler,
  ) {}

  @Post(':id/check')
  @Operation('documents.checkOutgoing', {
    summary: { zh: '复核', en: 'Check a document that was signed off' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  check(@PathId() id: string, @Body() input: OpinionDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
