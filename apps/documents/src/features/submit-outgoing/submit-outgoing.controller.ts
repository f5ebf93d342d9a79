import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { SubmitOutgoingDto } from './submit-outgoing.dto';
import { SubmitOutgoingHandler } from './submit-outgoing.handler';

@Controller('api/outgoing-documents')
export class SubmitOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SubmitOutgoingHandler,
  ) {}

  @Post(':id/submit')
  @Operation('documents.submitOutgoing', {
    summary: { zh: '送核', en: 'Submit a draft for review' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  submit(@PathId() id: string, @Body() input: SubmitOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
