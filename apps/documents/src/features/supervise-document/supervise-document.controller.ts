import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { SuperviseDocumentDto } from './supervise-document.dto';
import { SuperviseDocumentHandler } from './supervise-document.handler';

@Controller('api/incoming-documents')
export class SuperviseDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SuperviseDocumentHandler,
  ) {}

  @Post(':id/supervise')
  @Operation('documents.superviseDocument', {
    summary: { zh: '督办', en: 'Have a document supervised' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  supervise(@PathId() id: string, @Body() input: SuperviseDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
