import { faultPoint } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { Timer } from './timer';

/** What a kind of timer does. Looks at the aggregate again: what it was set for may have happened meanwhile. */
export type TimerAction = (tx: Transaction, timer: Timer) => Promise<void> | void;

const defaultEveryMs = 500;
const perRound = 100;
/** A timer whose action fails is tried again after this long, doubled each time. */
const firstRetryMs = 1_000;
const longestRetryMs = 300_000;

interface TimerRow {
  id: string;
  kind: string;
  aggregate_id: string;
  fire_key: string;
  due_at: Date;
}

export interface TimerLog {
  warn(message: string): void;
}

/** Somebody fired, moved or cancelled the timer between our look at it and the end of its action, which is undone. */
class OvertakenError extends Error {}

/** Which timers fire: of these kinds, due by then, and not just tried in vain. */
const ripe = (now: string, kinds: string): string =>
  `status = 'set' AND due_at <= ${now} AND kind = ANY (${kinds}) AND (retry_at IS NULL OR retry_at <= clock_timestamp())`;

/**
 * Decides who fires a timer. The row is locked last, after the aggregate: an act locks the aggregate and then cancels its
 * timers, and two orders of locking would be a deadlock.
 */
async function marked(tx: Transaction, timer: Timer): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE timer SET status = 'fired', fired_at = $2 WHERE id = $1 AND status = 'set' AND due_at = $3 RETURNING id`,
    [timer.id, tx.now, timer.dueAt],
  );
  return rows.length > 0;
}

/**
 * Fires due timers of one schema, oldest first, each in a transaction of its own together with what it does. Several
 * processes may run one: the first to mark a timer fired it, the action of the other is undone. Never early; after an outage late, but each once.
 */
export class TimerLoop {
  private readonly actions = new Map<string, TimerAction>();
  private timeout: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopping = false;
  private trouble: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly log: TimerLog,
    /** How often to look for what is due: how late a timer fires at most. */
    private readonly everyMs = defaultEveryMs,
  ) {}

  /** Declares what a kind of timer does, before the loop starts. */
  on(kind: string, action: TimerAction): void {
    if (this.actions.has(kind)) throw new Error(`two actions for timers of kind "${kind}"`);
    this.actions.set(kind, action);
  }

  start(): void {
    if (this.actions.size > 0) this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timeout);
    await this.round;
  }

  /** Seconds the oldest due timer is late; 0 when none is due. */
  async lateness(): Promise<number> {
    const [row] = await this.database.query<{ late: string }>(
      `SELECT coalesce(extract(epoch FROM platform.now() - min(due_at)), 0) AS late FROM timer WHERE status = 'set' AND due_at <= platform.now()`,
    );
    return Number(row!.late);
  }

  /** Fires what is due now, at most 100. @returns how many were fired */
  async fireDue(): Promise<number> {
    // One statement, many times a second and nearly always in vain: a transaction would take four.
    if (!(await this.isAnyDue())) return 0;
    let fired = 0;
    for (; fired < perRound && !this.stopping; fired += 1) {
      if (!(await this.fireOne())) break;
    }
    return fired;
  }

  private get kinds(): string[] {
    return [...this.actions.keys()];
  }

  private schedule(inMs: number): void {
    this.timeout = setTimeout(() => {
      this.round = this.fireDue()
        .then((fired) => {
          this.trouble = undefined;
          return fired;
        })
        .catch((error: Error) => {
          if (this.trouble !== error.message) this.log.warn(`timers: ${error.message}`);
          this.trouble = error.message;
          return 0;
        })
        .then((fired) => {
          if (!this.stopping) this.schedule(fired === perRound ? 0 : this.everyMs);
        });
    }, inMs);
  }

  private async fireOne(): Promise<boolean> {
    let taken: Timer | undefined;
    try {
      const found = await this.database.transaction(async (tx) => {
        taken = await this.take(tx);
        if (!taken) return false;
        await this.actions.get(taken.kind)!(tx, taken);
        if (!(await marked(tx, taken))) throw new OvertakenError();
        await faultPoint('timer.beforeCommit');
        return true;
      });
      if (found) await faultPoint('timer.afterCommit');
      return found;
    } catch (error) {
      if (error instanceof OvertakenError) return true;
      if (!taken) throw error;
      await this.postpone(taken, error);
      return true;
    }
  }

  private async isAnyDue(): Promise<boolean> {
    const [row] = await this.database.query<{ due: boolean }>(`SELECT EXISTS (SELECT FROM timer WHERE ${ripe('platform.now()', '$1')}) AS due`, [this.kinds]);
    return row!.due;
  }

  private async take(tx: Transaction): Promise<Timer | undefined> {
    const [row] = await tx.query<TimerRow>(
      `SELECT id, kind, aggregate_id, fire_key, due_at FROM timer WHERE ${ripe('$1', '$2')} ORDER BY due_at LIMIT 1`,
      [tx.now, this.kinds],
    );
    return row && { id: row.id, kind: row.kind, aggregateId: row.aggregate_id, fireKey: row.fire_key, dueAt: row.due_at };
  }

  /**
   * One timer that fails must not hold up those behind it, whatever it failed of: a statement of it that always takes too
   * long, or a lock it never gets, looks like an outage.
   * @throws in an outage, where this fails, too: nothing is counted
   */
  private async postpone(timer: Timer, error: unknown): Promise<void> {
    await this.database.query(
      `UPDATE timer SET attempts = attempts + 1,
         retry_at = clock_timestamp() + least($2 * power(2, least(attempts, 20)), $3) * interval '1 millisecond'
       WHERE id = $1 AND status = 'set'`,
      [timer.id, firstRetryMs, longestRetryMs],
    );
    const text = error instanceof Error ? error.message : String(error);
    this.log.warn(`timer ${timer.kind} of ${timer.aggregateId} failed: ${text}`);
  }
}
