import { Injectable } from '@nestjs/common';
import { grantAccess } from '@property-office/access';
import { datedNumber } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { indexCase } from '../../persistence/case-search';
import { Complainants, type Contact } from '../../persistence/complainants';
import { ComplainantNotices } from '../../persistence/complainant-notices';
import { SuggestionClocks } from '../../persistence/suggestion-clocks';
import { Suggestion } from '../../persistence/suggestion.entity';
import { Suggestions } from '../../persistence/suggestions';

/** A suggestion to be filed, from wherever it comes. */
export interface NewSuggestion {
  id: string;
  siteId: string;
  sequence: number;
  /** By which its clock runs. */
  rules: RuleBook;
  words: string;
  madeBy: string | null;
  contact: Contact | null;
  attachmentIds: string[];
  /** Of one that a desk heard. */
  heard?: { contactId: string; placeId: string | null; callerUnknown: boolean };
}

@Injectable()
export class FileSuggestion {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly clocks: SuggestionClocks,
    private readonly complainants: Complainants,
    private readonly notices: ComplainantNotices,
  ) {}

  execute(tx: Transaction, act: Act, { id, siteId, sequence, rules, words, madeBy, contact, attachmentIds, heard }: NewSuggestion): Suggestion {
    const suggestion = Object.assign(new Suggestion(), {
      id,
      number: datedNumber('S', tx.now, sequence),
      siteId,
      version: 1,
      state: 'recorded' as const,
      words,
      madeBy,
      contactCipher: this.complainants.seal(contact),
      contactId: heard?.contactId ?? null,
      callerUnknown: heard?.callerUnknown ?? false,
      placeId: heard?.placeId ?? null,
      attachmentIds,
      opinion: null,
      reviewedBy: null,
      adopted: null,
      plan: null,
      ownerId: null,
      dueAt: null,
      declineReason: null,
      answerHow: null,
      answer: null,
      outcome: null,
      outcomeHow: null,
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    });
    this.suggestions.insert(tx, suggestion, act);
    this.clocks.begin(tx, rules, suggestion, act.happenedAt);
    indexCase(tx, id, suggestion.number, words);
    if (madeBy) {
      grantAccess(tx, { objectId: id, siteId, subject: `person:${madeBy}`, right: 'read', sourceVersion: 1 });
      this.notices.tell(tx, [madeBy], 'suggestion-accepted', { type: 'suggestion', ...suggestion }, act);
    }
    return suggestion;
  }
}
