import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { RemindDocumentHandler } from './remind-document.handler';

@Controller('api/incoming-documents')
export class RemindDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RemindDocumentHandler,
  ) {}

  @Post(':id/remind')
  @Operation('documents.remindDocument', {
    summary: { zh: '催办', en: 'Remind who acts on a document' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  remind(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
