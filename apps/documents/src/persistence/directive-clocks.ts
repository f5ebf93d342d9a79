import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reminderBefore } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines, type RuleBook } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { addresseesOfDirective, markReminded } from './directive-addressees';
import type { Directive } from './directive.entity';
import { Directives } from './directives';

const kind = 'directive';
const once = 1;

/**
 * The clocks of a directive (G4, G5): who has not acknowledged it is reminded a workday before the date and on it, then clerk,
 * director and company hear of it. The directive is locked by whoever moves them.
 */
@Injectable()
export class DirectiveClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly directives: Directives,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const directive = await this.directives.lock(tx, id);
        if (!directive) return undefined;
        const waiting = (await addresseesOfDirective(tx, id)).filter(({ acknowledgedAt }) => acknowledgedAt === null);
        return {
          responsible: waiting.map(({ personId }) => personId),
          escalated: (level) => {
            markReminded(tx, id, level.told.map(({ personId }) => personId));
            this.directives.advance(tx, directive, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level });
          },
        };
      },
    });
  }

  /** The rules by which clocks run, for `given`. */
  book(): Promise<RuleBook> {
    return this.deadlines.book();
  }

  /** They have until the date its giver named. */
  async given(tx: Transaction, book: RuleBook, directive: Directive, at: Date): Promise<void> {
    const { id: aggregateId, siteId, acknowledgeBy } = directive;
    const before = reminderBefore(book.of(siteId, at).calendars.papers, acknowledgeBy);
    const until = new Map([['acknowledge', acknowledgeBy]]);
    if (before && before > tx.now) until.set('acknowledge-soon', before);
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode: once, class: kind, promises: [...until.keys()], at });
    const held = await this.of(tx, directive);
    for (const [promise, date] of until) held.agree(once, promise, date, tx.now);
  }

  /** The last one acknowledged it at `at`. */
  async acknowledged(tx: Transaction, directive: Directive, at: Date): Promise<void> {
    for (const level of (await this.of(tx, directive)).close(once, ['acknowledge', 'acknowledge-soon'], at))
      this.directives.advance(tx, directive, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }

  /** Nobody is to acknowledge it any more. */
  async ended(tx: Transaction, directive: Directive, at: Date): Promise<void> {
    (await this.of(tx, directive)).cancel(once, at);
  }

  private of(tx: Transaction, { id }: Directive): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }
}
