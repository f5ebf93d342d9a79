import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { MarkDocumentReadHandler } from './mark-document-read.handler';

@Controller('api/incoming-documents')
export class MarkDocumentReadController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: MarkDocumentReadHandler,
  ) {}

  @Post(':id/mark-read')
  @Operation('documents.markDocumentRead', {
    summary: { zh: '登记已阅', en: 'Record that I have read it' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  mark(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
