import { Body, Controller, Post } from '@nestjs/common';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, Operation, PathId } from '@property-office/service-kit';
import { SuggestionView, suggestionView } from '../suggestion.view';
import { AnswerSuggestionDto } from './answer-suggestion.dto';
import { AnswerSuggestionHandler } from './answer-suggestion.handler';

@Controller('api/suggestions')
export class AnswerSuggestionController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: AnswerSuggestionHandler,
  ) {}

  @Post(':id/answer')
  @Operation('complaints.answerSuggestion', {
    summary: { zh: '答复建议', en: 'Answer a suggestion' },
    ok: 200,
    okBody: SuggestionView,
    errors: ['conflict', 'stale'],
  })
  answer(@PathId() id: string, @Body() input: AnswerSuggestionDto, @Command() command: CommandContext): Promise<Answer<SuggestionView>> {
    return this.commands.act(command, (tx) => this.handler.execute(tx, command, id, input), suggestionView);
  }
}
