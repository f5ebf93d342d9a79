import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/suggestion-errors';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import type { Suggestion } from '../../persistence/suggestion.entity';
import { Suggestions } from '../../persistence/suggestions';
import type { AnswerSuggestionDto } from './answer-suggestion.dto';

/** Whoever made it hears what was decided (W2.3). */
@Injectable()
export class AnswerSuggestionHandler {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly notices: ComplainantNotices,
  ) {}

  /** @throws suggestionUnknown (404), suggestionMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AnswerSuggestionDto): Promise<Suggestion> {
    const { suggestion, act } = await this.suggestions.lockForAct(tx, command, id, input);
    const state = stateAfter(suggestion.state, 'answer');
    this.suggestions.advance(tx, suggestion, act, { kind: 'answered' }, { state, answerHow: input.how, answer: input.answer });
    if (suggestion.madeBy) this.notices.tell(tx, [suggestion.madeBy], 'suggestion-answered', { type: 'suggestion', ...suggestion }, act);
    return suggestion;
  }
}
