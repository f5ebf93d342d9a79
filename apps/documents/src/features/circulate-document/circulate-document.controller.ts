import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { CirculateDocumentDto } from './circulate-document.dto';
import { CirculateDocumentHandler } from './circulate-document.handler';

@Controller('api/incoming-documents')
export class CirculateDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CirculateDocumentHandler,
  ) {}

  @Post(':id/circulate')
  @Operation('documents.circulateDocument', {
    summary: { zh: '发起传阅', en: 'Circulate a document' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  circulate(@PathId() id: string, @Body() input: CirculateDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
