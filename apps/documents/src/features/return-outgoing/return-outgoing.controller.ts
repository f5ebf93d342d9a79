import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { ReturnOutgoingDto } from './return-outgoing.dto';
import { ReturnOutgoingHandler } from './return-outgoing.handler';

@Controller('api/outgoing-documents')
export class ReturnOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReturnOutgoingHandler,
  ) {}

  @Post(':id/return')
  @Operation('documents.returnOutgoing', {
    summary: { zh: '退回拟稿人', en: 'Return a draft to its drafter' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  giveBack(@PathId() id: string, @Body() input: ReturnOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
