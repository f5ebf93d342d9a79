import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { UseSealDto } from './use-seal.dto';
import { UseSealHandler } from './use-seal.handler';

@Controller('api/outgoing-documents')
export class UseSealController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: UseSealHandler,
  ) {}

  @Post(':id/use-seal')
  @Operation('documents.useSeal', {
    summary: { zh: '登记用印', en: 'Record the use of a seal' },
    description: { zh: '由批准人以外的人用印。', en: 'By another person than who approved it.' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  use(@PathId() id: string, @Body() input: UseSealDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
