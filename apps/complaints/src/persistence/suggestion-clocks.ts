import { Injectable, type OnModuleInit } from '@nestjs/common';
import { systemActor, type Role } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { SuggestionEvent } from '../domain/complaint-event';
import { holdersOf } from './people';
import type { Suggestion } from './suggestion.entity';
import { Suggestions } from './suggestions';

const kind = 'suggestion';
const once = 1;
/** Whoever of the desk comes first reviews it. */
const reviewers: readonly Role[] = ['desk', 'desk-lead'];

export type SuggestionPromise = 'review-suggestion' | 'outcome';

/** The clocks of suggestions (G4, G5): of its review, and of what was promised to come of it by the date its owner has. */
@Injectable()
export class SuggestionClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly suggestions: Suggestions,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const suggestion = await this.suggestions.lock(tx, id);
        const { ownerId, madeBy, siteId } = suggestion;
        return {
          responsible: ownerId ? [ownerId] : await holdersOf(tx, reviewers, siteId),
          // No event names who made it.
          barred: new Set(madeBy ? [madeBy] : []),
          escalated: (escalation) => this.announce(tx, suggestion, { kind: 'escalated', escalation }),
        };
      },
    });
  }

  /**
   * The rules by which clocks run, for `begin`.
   * @param tx in a reaction, which has nothing before its transaction
   */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.deadlines.book(tx);
  }

  begin(tx: Transaction, book: RuleBook, { id: aggregateId, siteId }: Suggestion, at: Date): void {
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode: once, class: kind, promises: ['review-suggestion'], at });
  }

  /** Whoever made it will hear what came of it, by the date of its owner. */
  async adopted(tx: Transaction, { id: aggregateId, siteId, dueAt }: Suggestion, at: Date): Promise<void> {
    this.deadlines.start(tx, await this.book(tx), { kind, aggregateId, siteId, episode: once, class: kind, promises: ['outcome'], at });
    (await this.of(tx, aggregateId)).agree(once, 'outcome', dueAt!, tx.now);
  }

  async keep(tx: Transaction, suggestion: Suggestion, promise: SuggestionPromise, at: Date): Promise<void> {
    for (const level of (await this.of(tx, suggestion.id)).close(once, [promise], at)) this.announce(tx, suggestion, { kind: 'shown-on-time', level });
  }

  private of(tx: Transaction, id: string): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }

  private announce(tx: Transaction, suggestion: Suggestion, event: SuggestionEvent): void {
    this.suggestions.advance(tx, suggestion, { actor: systemActor, happenedAt: tx.now }, event, {});
  }
}
