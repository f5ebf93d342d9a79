import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { ProposeHandlingDto } from './propose-handling.dto';
import { ProposeHandlingHandler } from './propose-handling.handler';

@Controller('api/incoming-documents')
export class ProposeHandlingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ProposeHandlingHandler,
  ) {}

  @Post(':id/propose')
  @Operation('documents.proposeHandling', {
    summary: { zh: '提出拟办意见', en: 'Propose how to handle it' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  propose(@PathId() id: string, @Body() input: ProposeHandlingDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
