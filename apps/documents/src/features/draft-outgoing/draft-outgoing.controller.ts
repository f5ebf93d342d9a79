import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { DraftOutgoingDto } from './draft-outgoing.dto';
import { DraftOutgoingHandler } from './draft-outgoing.handler';

@Controller('api/outgoing-documents')
export class DraftOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: DraftOutgoingHandler,
  ) {}

  @Post()
  @Operation('documents.draftOutgoing', {
    summary: { zh: '拟稿', en: 'Draft an outgoing document' },
    description: { zh: '从文种的模板开始；模板中〈〉内的内容填写完才能送核。', en: 'From the template of its kind; it is submitted when every 〈place〉 of that is filled in.' },
    ok: 201,
    okBody: OutgoingDocumentView,
  })
  draft(@Body() input: DraftOutgoingDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.run(
      command,
      async (tx, id) => {
        const document = await this.handler.execute(tx, command, input, id);
        return created(`/api/outgoing-documents/${document.id}`, outgoingView(document), document.version);
      },
      () => this.handler.prepare(command, input),
    );
  }
}
