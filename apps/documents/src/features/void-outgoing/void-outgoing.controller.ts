import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { EndOutgoingDto } from '../end-outgoing.dto';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { VoidOutgoingHandler } from './void-outgoing.handler';

@Controller('api/outgoing-documents')
export class VoidOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: VoidOutgoingHandler,
  ) {}

  @Post(':id/void')
  @Operation('documents.voidOutgoing', {
    summary: { zh: '作废发文编号', en: 'Void an outgoing document with its number' },
    description: { zh: '编号保留在登记簿中，注明原因。', en: 'Its number stays in the register, with the reason.' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  voidIt(@PathId() id: string, @Body() input: EndOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
