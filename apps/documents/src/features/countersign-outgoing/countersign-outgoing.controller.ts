import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OpinionDto } from '../opinion.dto';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { CountersignOutgoingHandler } from './countersign-outgoing.handler';

@Controller('api/outgoing-documents')
export class CountersignOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CountersignOutgoingHandler,
  ) {}

  @Post(':id/countersign')
  @Operation('documents.countersignOutgoing', {
    summary: { zh: '会签', en: 'Countersign a draft' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  countersign(@PathId() id: string, @Body() input: OpinionDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
