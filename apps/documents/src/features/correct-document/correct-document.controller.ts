import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId, requiredMatch } from '@property-office/service-kit';
import { documentView, IncomingDocumentView } from '../document.view';
import { CorrectDocumentDto } from './correct-document.dto';
import { CorrectDocumentHandler } from './correct-document.handler';

@Controller('api/incoming-documents')
export class CorrectDocumentController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: CorrectDocumentHandler,
  ) {}

  /** Overwrites what was registered: the version that was read has to be named. */
  @Post(':id/correct')
  @Operation('documents.correctDocument', {
    summary: { zh: '更正收文登记', en: 'Correct what was registered of a document' },
    description: {
      zh: '编号不变，原内容、更正人和原因留在收文上。归档后请在档案中更正著录。',
      en: 'Its number stays; what was there before, who corrected it and why stand on it. Once it is filed, correct the description of its record.',
    },
    ok: 200,
    okBody: IncomingDocumentView,
    errors: ['conflict', 'stale', 'precondition-missing'],
  })
  correct(@PathId() id: string, @Body() input: CorrectDocumentDto, @Command() command: CommandContext): Promise<Answer<IncomingDocumentView>> {
    requiredMatch(command);
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), documentView);
  }
}
