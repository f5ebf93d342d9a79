import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { OpinionDto } from '../opinion.dto';
import { OutgoingDocumentView, outgoingView } from '../outgoing.view';
import { ReviewOutgoingHandler } from './review-outgoing.handler';

@Controller('api/outgoing-documents')
export class ReviewOutgoingController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReviewOutgoingHandler,
  ) {}

  @Post(':id/review')
  @Operation('documents.reviewOutgoing', {
    summary: { zh: '核稿', en: 'Review a draft' },
    ok: 200,
    okBody: OutgoingDocumentView,
    errors: ['conflict', 'stale'],
  })
  review(@PathId() id: string, @Body() input: OpinionDto, @Command() command: CommandContext): Promise<Answer<OutgoingDocumentView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), outgoingView);
  }
}
