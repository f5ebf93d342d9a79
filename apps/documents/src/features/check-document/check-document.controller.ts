import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { CheckDocumentHandler } from './check-document.handler';

@Controller('api/incoming-documents')
export class CheckDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CheckDocumentHandler,
  ) {}

  @Post(':id/check')
  @Operation('documents.checkDocument', {
    summary: { zh: '初审收文', en: 'Check an incoming document' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  check(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
