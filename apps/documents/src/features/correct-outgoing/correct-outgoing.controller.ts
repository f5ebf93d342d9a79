import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, ok, Operation, PathId, requiredMatch } from '@property-office/service-kit';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { TextDifferenceView } from '../text-difference.view';
import { CorrectOutgoingDto } from './correct-outgoing.dto';
import { CorrectOutgoingHandler } from './correct-outgoing.handler';

/** The document as it is now, and what became of the correction. */
export class CorrectedOutgoingView extends OutgoingDocumentView {
  @ApiProperty({ description: 'It says something else and waits for its signature again / 内容有改动，须重新签发' })
  substance!: boolean;

  @ApiProperty({ type: [TextDifferenceView] })
  differences!: TextDifferenceView[];
}

@Controller('api/outgoing-documents')
export class CorrectOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectOutgoingHandler,
  ) {}

  /** Overwrites what it says: the version that was read has to be named. */
  @Post(':id/correct')
  @Operation('documents.correctOutgoing', {
    summary: { zh: '签发后修改文稿', en: 'Change a document after it was signed off' },
    description: {
      zh: '按散列值比对标题、正文、会议出席情况和抄送单位：仅标点全半角、引号、空格、换行不同的，列出后放行；内容有改动的，自动退回签发人。',
      en: 'Its title, text, attendance and who else has it are compared by hash: what differs in the width of punctuation, quotation marks, spaces and line breaks alone is listed and let pass; a change of substance goes back to the signer.',
    },
    ok: 200,
    okBody: CorrectedOutgoingView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  correct(@PathId() id: string, @Body() input: CorrectOutgoingDto, @Command() command: CommandContext): Promise<Answer<CorrectedOutgoingView>> {
    requiredMatch(command);
    return this.commands.run(command, async (tx) => {
      const { document, substance, differences } = await this.handler.execute(tx, command, id, input);
      return ok({ ...outgoingView(document), substance, differences }, document.version);
    });
  }
}
