import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { SuggestionView, suggestionView } from '../suggestion.view';
import { ReviewSuggestionDto } from './review-suggestion.dto';
import { ReviewSuggestionHandler } from './review-suggestion.handler';

@Controller('api/suggestions')
export class ReviewSuggestionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: ReviewSuggestionHandler,
  ) {}

  @Post(':id/review')
  @Operation('complaints.reviewSuggestion', {
    summary: { zh: '评审建议', en: 'Review a suggestion' },
    ok: 200,
    okBody: SuggestionView,
    errors: ['conflict', 'stale'],
  })
  review(@PathId() id: string, @Body() input: ReviewSuggestionDto, @Command() command: CommandContext): Promise<Answer<SuggestionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), suggestionView);
  }
}
