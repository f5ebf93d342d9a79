import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { AnswerDocumentDto } from './answer-document.dto';
import { AnswerDocumentHandler } from './answer-document.handler';

@Controller('api/incoming-documents')
export class AnswerDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AnswerDocumentHandler,
  ) {}

  @Post(':id/answer')
  @Operation('documents.answerDocument', {
    summary: { zh: '登记答复', en: 'Record the answer to the sender' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  answer(@PathId() id: string, @Body() input: AnswerDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
