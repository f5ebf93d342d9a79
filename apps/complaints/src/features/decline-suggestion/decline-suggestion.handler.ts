import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/suggestion-errors';
import type { Suggestion } from '../../persistence/suggestion.entity';
import { Suggestions } from '../../persistence/suggestions';
import type { DeclineSuggestionDto } from './decline-suggestion.dto';

/** Declined, with the reason that its answer will give (W2.3). */
@Injectable()
export class DeclineSuggestionHandler {
  constructor(private readonly suggestions: Suggestions) {}

  /** @throws suggestionUnknown (404), suggestionMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: DeclineSuggestionDto): Promise<Suggestion> {
    const { suggestion, act } = await this.suggestions.lockForAct(tx, command, id, input);
    const state = stateAfter(suggestion.state, 'decline');
    this.suggestions.advance(tx, suggestion, act, { kind: 'declined' }, { state, adopted: false, declineReason: input.reason });
    return suggestion;
  }
}
