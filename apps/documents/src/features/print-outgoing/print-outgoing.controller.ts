import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { PrintOutgoingDto } from './print-outgoing.dto';
import { PrintOutgoingHandler } from './print-outgoing.handler';

@Controller('api/outgoing-documents')
export class PrintOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: PrintOutgoingHandler,
  ) {}

  @Post(':id/print')
  @Operation('documents.printOutgoing', {
    summary: { zh: '登记印制', en: 'Record that copies were printed' },
    description: {
      zh: '页数按版式文件与附件计；填写不同页数的须说明原因。保密件逐份编份号，份号不重复。',
      en: 'Pages are counted of the paper and its attachments; another number needs a reason. Each copy of a confidential document has a number, never one twice.',
    },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  print(@PathId() id: string, @Body() input: PrintOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.run(
      command,
      async (tx, drawn) => {
        const document = await this.handler.execute(tx, command, id, input, drawn);
        return ok(outgoingView(document), document.version);
      },
      () => this.handler.prepare(command, id),
    );
  }
}
