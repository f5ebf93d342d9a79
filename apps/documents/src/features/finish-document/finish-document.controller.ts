import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { FinishDocumentDto } from './finish-document.dto';
import { FinishDocumentHandler } from './finish-document.handler';

@Controller('api/incoming-documents')
export class FinishDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FinishDocumentHandler,
  ) {}

  @Post(':id/finish')
  @Operation('documents.finishDocument', {
    summary: { zh: '登记办结', en: 'Record that a document was acted on' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  finish(@PathId() id: string, @Body() input: FinishDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
