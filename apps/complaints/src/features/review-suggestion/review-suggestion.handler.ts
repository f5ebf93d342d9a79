import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/suggestion-errors';
import { SuggestionClocks } from '../../persistence/suggestion-clocks';
import type { Suggestion } from '../../persistence/suggestion.entity';
import { Suggestions } from '../../persistence/suggestions';
import type { ReviewSuggestionDto } from './review-suggestion.dto';

/** Somebody looks into it and says what they think. */
@Injectable()
export class ReviewSuggestionHandler {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly clocks: SuggestionClocks,
  ) {}

  /** @throws suggestionUnknown (404), suggestionMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReviewSuggestionDto): Promise<Suggestion> {
    const { suggestion, act } = await this.suggestions.lockForAct(tx, command, id, input);
    const state = stateAfter(suggestion.state, 'review');
    this.suggestions.advance(tx, suggestion, act, { kind: 'reviewed' }, { state, opinion: input.opinion, reviewedBy: command.principal.personId });
    await this.clocks.keep(tx, suggestion, 'review-suggestion', act.happenedAt);
    return suggestion;
  }
}
