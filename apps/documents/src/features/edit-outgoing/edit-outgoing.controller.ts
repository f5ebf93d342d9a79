import { Body, Controller, Put } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId, requiredMatch } from '@property-office/service-kit';
import { OutgoingContentDto } from '../draft-outgoing/draft-outgoing.dto';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { EditOutgoingHandler } from './edit-outgoing.handler';

@Controller('api/outgoing-documents')
export class EditOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: EditOutgoingHandler,
  ) {}

  /** Overwrites the draft: the version that was read has to be named. */
  @Put(':id')
  @Operation('documents.editOutgoing', {
    summary: { zh: '修改草稿', en: 'Edit a draft' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  edit(@PathId() id: string, @Body() input: OutgoingContentDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    requiredMatch(command);
    return this.commands.run(
      command,
      async (tx, claimed) => {
        const document = await this.handler.execute(tx, command, id, input, claimed);
        return ok(outgoingView(document), document.version);
      },
      () => this.handler.prepare(command, id, input),
    );
  }
}
