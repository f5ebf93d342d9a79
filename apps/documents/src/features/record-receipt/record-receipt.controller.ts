import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { RecordReceiptDto } from './record-receipt.dto';
import { RecordReceiptHandler } from './record-receipt.handler';

@Controller('api/outgoing-documents')
export class RecordReceiptController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: RecordReceiptHandler,
  ) {}

  @Post(':id/record-receipt')
  @Operation('documents.recordReceipt', {
    summary: { zh: '登记签收回执', en: 'Record the receipt of a recipient' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  record(@PathId() id: string, @Body() input: RecordReceiptDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
