import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { FileDocumentHandler } from './file-document.handler';

@Controller('api/incoming-documents')
export class FileDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FileDocumentHandler,
  ) {}

  @Post(':id/file')
  @Operation('documents.fileDocument', {
    summary: { zh: '归档收文', en: 'File a document' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  file(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
