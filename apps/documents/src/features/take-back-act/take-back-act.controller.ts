import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { ActFields, Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { TakeBackActHandler } from './take-back-act.handler';

@Controller('api/incoming-documents')
export class TakeBackActController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: TakeBackActHandler,
  ) {}

  @Post(':id/take-back')
  @Operation('documents.takeBackAct', {
    summary: { zh: '撤回上一步', en: 'Take back one’s own last act' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  takeBack(@PathId() id: string, @Body() input: ActFields, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
