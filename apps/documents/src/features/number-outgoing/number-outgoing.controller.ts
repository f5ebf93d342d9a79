import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { NumberOutgoingDto } from './number-outgoing.dto';
import { NumberOutgoingHandler } from './number-outgoing.handler';

@Controller('api/outgoing-documents')
export class NumberOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: NumberOutgoingHandler,
  ) {}

  @Post(':id/number')
  @Operation('documents.numberOutgoing', {
    summary: { zh: '编号登记', en: 'Number a document and register it' },
    description: { zh: '按登记簿和年度连续编号，不断号、不重号。', en: 'Its number follows the one before in the register and year, without a gap.' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  number(@PathId() id: string, @Body() input: NumberOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
