import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { SendDocumentBackDto } from './send-document-back.dto';
import { SendDocumentBackHandler } from './send-document-back.handler';

@Controller('api/incoming-documents')
export class SendDocumentBackController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SendDocumentBackHandler,
  ) {}

  @Post(':id/send-back')
  @Operation('documents.sendDocumentBack', {
    summary: { zh: '退回收文', en: 'Send a document back' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  sendBack(@PathId() id: string, @Body() input: SendDocumentBackDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
