import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { DecideDocumentDto } from './decide-document.dto';
import { DecideDocumentHandler } from './decide-document.handler';

@Controller('api/incoming-documents')
export class DecideDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DecideDocumentHandler,
  ) {}

  @Post(':id/decide')
  @Operation('documents.decideDocument', {
    summary: { zh: '批示', en: 'Decide about a document' },
    description: { zh: '由拟办人以外的领导批示；不指定承办人即为阅知。', en: 'By a leader other than who proposed; without somebody who acts it is for reading.' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  decide(@PathId() id: string, @Body() input: DecideDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
