import { isInfrastructureError, type Database, type Transaction } from '@property-office/persistence';
import { isOutage } from './is-outage';
import { oneAtATime } from './one-at-a-time';

/** How often a handler is tried before its event becomes a dead letter (I10). */
export const maxAttempts = 8;

export type AttemptResult =
  | { kind: 'done' }
  /** Infrastructure is away; the attempt does not count. */
  | { kind: 'down' }
  /** `attempt`: which one it was. `exhausted`: it was the last. */
  | { kind: 'failed'; attempt: number; exhausted: boolean; error: unknown };

/**
 * Attempts counted by us: the broker's delivery count also counts outages and is reset with the stream. An attempt is
 * committed before its handler runs, so that it counts when the handler kills its process.
 */
export class Attempts {
  /** Attempts that an outage kept from being given back. */
  private readonly owed = new Set<string>();

  constructor(private readonly database: Database) {}

  /** A first delivery: counted only if it fails. */
  async first(consumer: string, eventId: string, work: () => Promise<void>): Promise<AttemptResult> {
    try {
      await work();
      return { kind: 'done' };
    } catch (error) {
      if (await isOutage(this.database, error)) return { kind: 'down' };
      return this.failed(consumer, eventId, 1, error);
    }
  }

  /**
   * Every other: counted beforehand. `number`: which attempt it is if none was counted before.
   * @throws nothing that `work` throws
   */
  async counted(
    consumer: string,
    eventId: string,
    number: number,
    work: () => Promise<void>,
  ): Promise<AttemptResult> {
    return oneAtATime(async () => {
      let attempt: number;
      try {
        attempt = await this.begin(consumer, eventId, number);
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
        await this.giveBack(consumer, eventId, attempt);
        return { kind: 'down' };
      }
    });
  }

  /** The event was applied, or has become a dead letter. */
  static forget(tx: Transaction, consumer: string, eventId: string): void {
    tx.send('DELETE FROM attempt WHERE consumer = $1 AND event_id = $2', [consumer, eventId]);
  }

  private async begin(consumer: string, eventId: string, number: number): Promise<number> {
    const owed = this.owed.has(key(consumer, eventId)) ? 1 : 0;
    const [row] = await this.database.query<{ n: number }>(
      `INSERT INTO attempt AS a (consumer, event_id, n, changed_at) VALUES ($1, $2, $3, clock_timestamp())
       ON CONFLICT (consumer, event_id) DO UPDATE SET n = a.n + 1 - $4, changed_at = excluded.changed_at
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
        `INSERT INTO attempt (consumer, event_id, n, last_error, changed_at) VALUES ($1, $2, $3, $4, clock_timestamp())
         ON CONFLICT (consumer, event_id) DO UPDATE SET last_error = excluded.last_error, changed_at = excluded.changed_at`,
        [consumer, eventId, attempt, text.slice(0, 2000)],
      );
    } catch (failure) {
      if (isInfrastructureError(failure)) return { kind: 'down' };
      throw failure;
    }
    return { kind: 'failed', attempt, exhausted: attempt >= maxAttempts, error };
  }

  /** The outage may be the database's own: then the next attempt in this process is not counted. */
  private async giveBack(consumer: string, eventId: string, attempt: number): Promise<void> {
    await this.database
      .query(
        'UPDATE attempt SET n = $3 - 1, changed_at = clock_timestamp() WHERE consumer = $1 AND event_id = $2 AND n = $3',
        [consumer, eventId, attempt],
      )
      .catch(() => this.owed.add(key(consumer, eventId)));
  }

  private async lastError(consumer: string, eventId: string): Promise<Error> {
    const [row] = await this.database.query<{ last_error: string | null }>(
      'SELECT last_error FROM attempt WHERE consumer = $1 AND event_id = $2',
      [consumer, eventId],
    );
    return new Error(row?.last_error ?? 'the process ended in the middle of every attempt');
  }
}

const key = (consumer: string, eventId: string): string => `${consumer} ${eventId}`;
