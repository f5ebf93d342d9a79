import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { ChangeReadersDto } from './change-readers.dto';
import { ChangeReadersHandler } from './change-readers.handler';

@Controller('api/incoming-documents')
export class ChangeReadersController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ChangeReadersHandler,
  ) {}

  @Post(':id/change-readers')
  @Operation('documents.changeReaders', {
    summary: { zh: '调整传阅人', en: 'Add readers or leave some out' },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale'],
  })
  change(@PathId() id: string, @Body() input: ChangeReadersDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
