import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import { derivedId, liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { complaintErrors } from '../../domain/errors';
import { stateAfter } from '../../domain/suggestion-errors';
import { staffRolesOf } from '../../persistence/people';
import { SuggestionClocks } from '../../persistence/suggestion-clocks';
import type { Suggestion } from '../../persistence/suggestion.entity';
import { Suggestions } from '../../persistence/suggestions';
import type { AdoptSuggestionDto } from './adopt-suggestion.dto';

/** Adopted, with a plan, an owner of the site and a date (W2.3). */
@Injectable()
export class AdoptSuggestionHandler {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly clocks: SuggestionClocks,
  ) {}

  /** @throws suggestionUnknown (404), suggestionMoveIllegal (409), ownerUnknown, taskDate (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: AdoptSuggestionDto): Promise<Suggestion> {
    const { suggestion, act } = await this.suggestions.lockForAct(tx, command, id, input);
    const state = stateAfter(suggestion.state, 'adopt');
    const { plan, ownerId, dueAt } = input;
    if ((await staffRolesOf(tx, ownerId, suggestion.siteId)).length === 0) throw complaintErrors.ownerUnknown();
    if (!liesAhead(dueAt, tx.now)) throw complaintErrors.taskDate();
    this.suggestions.advance(tx, suggestion, act, { kind: 'adopted' }, { state, adopted: true, plan, ownerId, dueAt });
    await this.clocks.adopted(tx, suggestion, act.happenedAt);
    const { siteId, version: sourceVersion } = suggestion;
    grantAccess(tx, { objectId: id, siteId, subject: `person:${ownerId}`, right: 'act', source: derivedId('owner', id), sourceVersion });
    return suggestion;
  }
}
