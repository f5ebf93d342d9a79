import { isInfrastructureError, type Transaction } from '@property-office/persistence';
import type { DatabaseUse } from './in-turns';
import { isOutage } from './is-outage';
import { besideOthers, oneAtATime } from './second-tries';

/** How often a handler is tried before its event becomes a dead letter (I10). */
export const maxAttempts = 8;

/** Why an attempt failed that nobody lived to say. */
export const endedEachTime = 'the process ended in the middle of every attempt';

export type AttemptResult =
  | { kind: 'done' }
  /** Infrastructure is away; the attempt does not count. `error`: what the work said of it. */
  | { kind: 'down'; error?: unknown }
  /** `attempt`: which one it was. `exhausted`: it was the last. */
  | { kind: 'failed'; attempt: number; exhausted: boolean; error: unknown };

/**
 * Attempts counted by us: the broker's delivery count also counts outages and is reset with the stream. An attempt is
 * committed before its handler runs, so that it counts when the handler may kill its process.
 */
export class Attempts {
  /** Attempts that an outage kept from being given back. */
  private readonly owed = new Set<string>();

  constructor(private readonly database: DatabaseUse) {}

  /** A first delivery: counted only if it fails. */
  async first(consumer: string, eventId: string, work: () => Promise<void>): Promise<AttemptResult> {
    try {
      await work();
      return { kind: 'done' };
    } catch (error) {
      if (await isOutage(this.database, error)) return { kind: 'down', error };
      return this.failed(consumer, eventId, 1, error);
    }
  }

  /**
   * Every other. What is not known to have ended before may kill the process: it is counted beforehand and runs alone.
   * What has failed before runs beside other reactions and counts when it fails again; where its process dies meanwhile,
   * it is of the first kind from then on.
   * @param number which attempt it is if none was counted before
   * @throws nothing that `work` throws
   */
  async counted(
    consumer: string,
    eventId: string,
    number: number,
    work: () => Promise<void>,
  ): Promise<AttemptResult> {
    try {
      if (await this.hasEnded(consumer, eventId))
        return await besideOthers(consumer, () =>
          this.tried(consumer, eventId, { begin: () => this.resume(consumer, eventId, number), counts: false }, work),
        );
    } catch (error) {
      if (isInfrastructureError(error)) return { kind: 'down' };
      throw error;
    }
    return oneAtATime(() =>
      this.tried(consumer, eventId, { begin: () => this.begin(consumer, eventId, number), counts: true }, work),
    );
  }

  private async tried(
    consumer: string,
    eventId: string,
    { begin, counts }: { begin: () => Promise<number>; counts: boolean },
    work: () => Promise<void>,
  ): Promise<AttemptResult> {
    let attempt: number;
    try {
      attempt = await begin();
      if (attempt > maxAttempts) {
        const error = await this.lastError(consumer, eventId);
        return { kind: 'failed', attempt: maxAttempts, exhausted: true, error };
      }
    } catch (error) {
      if (isInfrastructureError(error)) return { kind: 'down' };
      throw error;
    }
    try {
      await work();
      return { kind: 'done' };
    } catch (error) {
      if (!(await isOutage(this.database, error))) return this.failed(consumer, eventId, attempt, error);
      await this.giveBack(consumer, eventId, attempt, counts);
      return { kind: 'down', error };
    }
  }

  /** The event was applied, or has become a dead letter. */
  static forget(tx: Transaction, consumer: string, eventId: string): void {
    tx.send('DELETE FROM attempt WHERE consumer = $1 AND event_id = $2', [consumer, eventId]);
  }

  /** It was tried before, and no try of it is open. */
  private async hasEnded(consumer: string, eventId: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM attempt WHERE consumer = $1 AND event_id = $2 AND NOT open',
      [consumer, eventId],
    );
    return rows.length > 0;
  }

  private async resume(consumer: string, eventId: string, number: number): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      'UPDATE attempt SET open = true, changed_at = clock_timestamp() WHERE consumer = $1 AND event_id = $2 RETURNING n',
      [consumer, eventId],
    );
    return row ? row.n + 1 : number;
  }

  private async begin(consumer: string, eventId: string, number: number): Promise<number> {
    const owed = this.owed.has(key(consumer, eventId)) ? 1 : 0;
    const [row] = await this.database.query<{ n: number }>(
      `INSERT INTO attempt AS a (consumer, event_id, n, open, changed_at) VALUES ($1, $2, $3, true, clock_timestamp())
       ON CONFLICT (consumer, event_id) DO UPDATE SET n = a.n + 1 - $4, open = true, changed_at = excluded.changed_at
       RETURNING n`,
      [consumer, eventId, number, owed],
    );
    this.owed.delete(key(consumer, eventId));
    return row!.n;
  }

  /** Remembers why an attempt failed. */
  private async failed(
    consumer: string,
    eventId: string,
    attempt: number,
    error: unknown,
  ): Promise<AttemptResult> {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    try {
      await this.database.query(
        `INSERT INTO attempt AS a (consumer, event_id, n, last_error, changed_at) VALUES ($1, $2, $3, $4, clock_timestamp())
         ON CONFLICT (consumer, event_id) DO UPDATE
           SET n = greatest(a.n, excluded.n), open = false, last_error = excluded.last_error, changed_at = excluded.changed_at`,
        [consumer, eventId, attempt, text.slice(0, 2000)],
      );
    } catch (failure) {
      if (isInfrastructureError(failure)) return { kind: 'down' };
      throw failure;
    }
    return { kind: 'failed', attempt, exhausted: attempt >= maxAttempts, error };
  }

  /** The outage may be the database's own: then the next attempt in this process is not counted. */
  private async giveBack(consumer: string, eventId: string, attempt: number, counts: boolean): Promise<void> {
    await this.database
      .query(
        `UPDATE attempt SET n = $3 - 1, open = false, changed_at = clock_timestamp()
         WHERE consumer = $1 AND event_id = $2 AND n = $4`,
        [consumer, eventId, attempt, counts ? attempt : attempt - 1],
      )
      .catch(() => counts && this.owed.add(key(consumer, eventId)));
  }

  private async lastError(consumer: string, eventId: string): Promise<Error> {
    const [row] = await this.database.query<{ last_error: string | null }>(
      'SELECT last_error FROM attempt WHERE consumer = $1 AND event_id = $2',
      [consumer, eventId],
    );
    return new Error(row?.last_error ?? endedEachTime);
  }
}

const key = (consumer: string, eventId: string): string => `${consumer} ${eventId}`;
