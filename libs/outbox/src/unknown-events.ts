import type { Outcome } from '@property-office/messaging';
import { isInfrastructureError } from '@property-office/persistence';
import type { DatabaseUse } from './in-turns';

/**
 * How long an event whose type this version does not know is offered again before it is a dead letter, in minutes: a
 * rolling update is over by then. Meanwhile a process of the newer version takes it.
 */
export const unknownForMinutes = 15;
const delayMs = 5_000;

/** Events of a newer version than this process: an older one must not decide about them at first sight. */
export class UnknownEvents {
  constructor(
    private readonly database: DatabaseUse,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * Remembers when the event was first met; no attempt is counted.
   * @returns what to answer the broker; undefined when it has been waited for long enough
   */
  async wait(consumer: string, eventId: string, why: string): Promise<Outcome | undefined> {
    try {
      const [row] = await this.database.query<{ over: boolean; first: boolean }>(
        `INSERT INTO attempt AS a (consumer, event_id, n, last_error, changed_at) VALUES ($1, $2, 0, $3, clock_timestamp())
         ON CONFLICT (consumer, event_id) DO UPDATE SET n = a.n
         RETURNING changed_at < clock_timestamp() - $4 * interval '1 minute' AS over, xmax = 0 AS first`,
        [consumer, eventId, why, unknownForMinutes],
      );
      if (row!.over) return undefined;
      if (row!.first)
        this.log(
          `${consumer}: ${why} in event ${eventId}: offered again for ${unknownForMinutes} minutes, in case a newer version is being rolled out`,
        );
      return { kind: 'retry', delayMs };
    } catch (error) {
      if (isInfrastructureError(error)) return { kind: 'down' };
      throw error;
    }
  }
}
