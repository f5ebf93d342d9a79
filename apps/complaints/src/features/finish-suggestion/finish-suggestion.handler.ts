import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter, suggestionErrors } from '../../domain/suggestion-errors';
import { readsInPortal } from '../../persistence/accounts';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import { SuggestionClocks } from '../../persistence/suggestion-clocks';
import type { Suggestion } from '../../persistence/suggestion.entity';
import { Suggestions } from '../../persistence/suggestions';
import type { FinishSuggestionDto } from './finish-suggestion.dto';

/** What came of an adopted suggestion, which whoever made it hears, too: by their account, or in a way that is recorded (W2.3). */
@Injectable()
export class FinishSuggestionHandler {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly clocks: SuggestionClocks,
    private readonly notices: ComplainantNotices,
  ) {}

  /** @throws suggestionUnknown (404), suggestionMoveIllegal, notAdopted (409), outcomeWayMissing (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { outcome, how, ...input }: FinishSuggestionDto): Promise<Suggestion> {
    const { suggestion, act } = await this.suggestions.lockForAct(tx, command, id, input);
    const state = stateAfter(suggestion.state, 'carry-out');
    if (!suggestion.adopted) throw suggestionErrors.notAdopted();
    if (how === undefined && (await isToBeTold(tx, suggestion))) throw suggestionErrors.outcomeWayMissing();
    this.suggestions.advance(tx, suggestion, act, { kind: 'carried-out' }, { state, outcome, outcomeHow: how ?? null });
    await this.clocks.keep(tx, suggestion, 'outcome', act.happenedAt);
    if (suggestion.madeBy) this.notices.tell(tx, [suggestion.madeBy], 'suggestion-carried-out', { type: 'suggestion', ...suggestion }, act);
    return suggestion;
  }
}

/** Somebody of the staff has to tell whoever made it; of nobody known nobody can. */
async function isToBeTold(tx: Transaction, { madeBy, contactCipher, contactId, callerUnknown }: Suggestion): Promise<boolean> {
  if (madeBy !== null) return !(await readsInPortal(tx, madeBy));
  return contactCipher !== null || (contactId !== null && !callerUnknown);
}
