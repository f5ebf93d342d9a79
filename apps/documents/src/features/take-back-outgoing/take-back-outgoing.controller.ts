import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { TakeBackOutgoingHandler } from './take-back-outgoing.handler';

@Controller('api/outgoing-documents')
export class TakeBackOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TakeBackOutgoingHandler,
  ) {}

  @Post(':id/take-back')
  @Operation('documents.takeBackOutgoing', {
    summary: { zh: '撤回上一步', en: 'Take back one’s own last act' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  takeBack(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
