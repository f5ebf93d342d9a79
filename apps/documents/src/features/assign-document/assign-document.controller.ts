import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { AssignDocumentDto } from './assign-document.dto';
import { AssignDocumentHandler } from './assign-document.handler';

@Controller('api/incoming-documents')
export class AssignDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AssignDocumentHandler,
  ) {}

  @Post(':id/assign')
  @Operation('documents.assignDocument', {
    summary: { zh: '改派承办人', en: 'Give a document to somebody else' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  assign(@PathId() id: string, @Body() input: AssignDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
