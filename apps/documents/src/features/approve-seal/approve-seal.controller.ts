import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { ApproveSealDto } from './approve-seal.dto';
import { ApproveSealHandler } from './approve-seal.handler';

@Controller('api/outgoing-documents')
export class ApproveSealController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ApproveSealHandler,
  ) {}

  @Post(':id/approve-seal')
  @Operation('documents.approveSeal', {
    summary: { zh: '批准用印', en: 'Approve the use of a seal' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  approve(@PathId() id: string, @Body() input: ApproveSealDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
