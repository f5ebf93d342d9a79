import { Injectable, type OnModuleInit } from '@nestjs/common';
import { reminderBefore } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import { Deadlines, type HeldDeadlines } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { cancelTimer, setTimer } from '@property-office/timers';
import type { Loan } from './loan.entity';
import { Loans } from './loans';
import { barredFromRecord, clerksOf } from './who-knows';

const kind = 'loan';
export const loanTimerKind = 'loan-time';
const fireKey = (id: string): string => `${loanTimerKind}:${id}`;

/**
 * The clocks of a paper that is out (G4, G5): its borrower is reminded a workday before the date and on it, then the clerks, the director
 * and the company hear; nobody hears who may not know of the record. A digital loan ends by itself when its time is over.
 */
@Injectable()
export class LoanClocks implements OnModuleInit {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly loans: Loans,
  ) {}

  onModuleInit(): void {
    this.deadlines.watch(kind, {
      waitingStates: [],
      lock: async (tx, id) => {
        const loan = await this.loans.lock(tx, id);
        if (!loan) return undefined;
        return {
          responsible: loan.borrowerLeft ? await clerksOf(tx, loan.siteId) : [loan.borrowerId],
          barred: await barredFromRecord(tx, loan),
          escalated: (level) => this.loans.advance(tx, loan, { actor: systemActor, happenedAt: tx.now }, { kind: 'escalated', level }),
        };
      },
    });
  }

  /** A paper is out until its date. */
  async out(tx: Transaction, { id: aggregateId, siteId, dueAt, episode }: Loan, at: Date): Promise<void> {
    const book = await this.deadlines.book(tx);
    const before = reminderBefore(book.of(siteId, at).calendars.papers, dueAt);
    const until = new Map([['bring-back', dueAt]]);
    if (before && before > tx.now) until.set('bring-back-soon', before);
    this.deadlines.start(tx, book, { kind, aggregateId, siteId, episode, class: kind, promises: [...until.keys()], at });
    const held = await this.of(tx, aggregateId);
    for (const [promise, date] of until) held.agree(episode, promise, date, tx.now);
  }

  /** The clock to another date; what was late stays written down. @returns what its loan becomes by that */
  async overtaken(tx: Transaction, { id, episode }: Loan, at: Date): Promise<Pick<Loan, 'episode'>> {
    (await this.of(tx, id)).cancel(episode, at);
    return { episode: episode + 1 };
  }

  async back(tx: Transaction, loan: Loan, at: Date): Promise<void> {
    for (const level of (await this.of(tx, loan.id)).close(loan.episode, ['bring-back', 'bring-back-soon'], at))
      this.loans.advance(tx, loan, { actor: systemActor, happenedAt: tx.now }, { kind: 'shown-on-time', level });
  }

  /** A digital loan runs until its date. */
  opened(tx: Transaction, { id, dueAt }: Loan): void {
    setTimer(tx, { kind: loanTimerKind, aggregateId: id, fireKey: fireKey(id), dueAt });
  }

  ended(tx: Transaction, { id }: Loan): void {
    cancelTimer(tx, fireKey(id));
  }

  private of(tx: Transaction, id: string): Promise<HeldDeadlines> {
    return this.deadlines.of(tx, id, kind);
  }
}
