import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import { TimerLoop } from '@property-office/timers';
import { OfficeRules } from '../rules/office-rules';
import type { RuleBook } from '../rules/rule-book';
import { deadlineColumns, deadlineOf, insertDeadlines, type Deadline, type DeadlineRow } from './deadline';
import { fireDeadline } from './fire-deadline';
import { deadlineOfKey, deadlineTimer, HeldDeadlines, schedule } from './held-deadlines';
import { newDeadline, type NewDeadlines } from './new-deadline';
import type { Watch } from './watch';

/** The clocks of one service (G4, G5). Whoever changes those of an aggregate holds the aggregate locked. */
@Injectable()
export class Deadlines {
  private readonly watches = new Map<string, Watch>();

  constructor(
    private readonly rules: OfficeRules,
    timers: TimerLoop,
  ) {
    timers.on(deadlineTimer, async (tx, { fireKey, aggregateId }) => {
      const [row] = await tx.query<{ kind: string }>('SELECT kind FROM deadline WHERE id = $1', [deadlineOfKey(fireKey)]);
      const watch = row && this.watches.get(row.kind);
      if (!watch) throw new Error(`nobody watches over ${row?.kind ?? fireKey}`);
      // Locked before the clocks are read.
      const watched = await watch.lock(tx, aggregateId);
      if (watched) await fireDeadline(tx, await this.of(tx, aggregateId, row.kind), fireKey, watched);
    });
  }

  /** Says, when the service starts, what its deadlines of one kind are about. */
  watch(kind: string, watch: Watch): void {
    if (this.watches.has(kind)) throw new Error(`"${kind}" is watched over already`);
    this.watches.set(kind, watch);
  }

  /**
   * The rules of the office.
   * @param tx inside a transaction; before one (`prepare` of a command) it is left out
   */
  book(tx?: Transaction): Promise<RuleBook> {
    return this.rules.book(tx);
  }

  /**
   * Starts a clock for each promise that the rules make. Nothing but writes, so that accepting work waits for nothing. A
   * promise that has a clock in this episode fails the transaction (`deadline_once`).
   * @returns by when each is to be kept
   */
  start(tx: Transaction, book: RuleBook, start: NewDeadlines): ReadonlyMap<string, Date> {
    const rules = book.of(start.siteId, start.at);
    const due = new Map<string, Date>();
    for (const promise of start.promises) {
      const deadline = newDeadline(rules, start, promise);
      if (!deadline) continue;
      schedule(tx, rules, deadline, insertDeadlines);
      due.set(promise, deadline.dueAt);
      this.held(tx).get(start.aggregateId)?.push(deadline);
    }
    return due;
  }

  /** The clocks of a locked aggregate. */
  async of(tx: Transaction, aggregateId: string, kind: string): Promise<HeldDeadlines> {
    const watch = this.watches.get(kind);
    if (!watch) throw new Error(`nobody watches over ${kind}`);
    await this.load(tx, [aggregateId]);
    return new HeldDeadlines(tx, await this.rules.book(tx), this.held(tx).get(aggregateId)!, watch.waitingStates);
  }

  /** Reads the clocks of several locked aggregates at once, for the events that share a transaction. */
  async load(tx: Transaction, aggregateIds: readonly string[]): Promise<void> {
    const held = this.held(tx);
    const missing = [...new Set(aggregateIds)].filter((id) => !held.has(id));
    if (missing.length === 0) return;
    const rows = await tx.query<DeadlineRow>(`SELECT ${deadlineColumns} FROM deadline d WHERE d.aggregate_id = ANY ($1)`, [missing]);
    for (const id of missing) held.set(id, rows.filter((row) => row.aggregate_id === id).map(deadlineOf));
  }

  /** Those read or started in a transaction, as they stand in it. */
  private held(tx: Transaction): Map<string, Deadline[]> {
    return tx.remember(this, () => new Map());
  }
}
