import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { VoidDocumentDto } from './void-document.dto';
import { VoidDocumentHandler } from './void-document.handler';

@Controller('api/incoming-documents')
export class VoidDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: VoidDocumentHandler,
  ) {}

  @Post(':id/void')
  @Operation('documents.voidDocument', {
    summary: { zh: '作废收文编号', en: 'Void a document registered by mistake' },
    description: { zh: '编号保留在登记簿中，注明原因。', en: 'Its number stays in the register, with the reason.' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  voidIt(@PathId() id: string, @Body() input: VoidDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
