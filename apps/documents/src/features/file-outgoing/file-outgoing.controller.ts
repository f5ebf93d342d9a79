import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { FileOutgoingHandler } from './file-outgoing.handler';

@Controller('api/outgoing-documents')
export class FileOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: FileOutgoingHandler,
  ) {}

  @Post(':id/file')
  @Operation('documents.fileOutgoing', {
    summary: { zh: '归档发文', en: 'File an outgoing document' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  file(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
