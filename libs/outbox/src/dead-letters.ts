import { createHash } from 'node:crypto';
import { DomainError, newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { Attempts } from './attempts';
import { identify } from './identify';
import type { DatabaseUse } from './in-turns';

/** The bytes are no event; the domain refused it each time; anything else, each time. */
export type DeadLetterClass = 'contract' | 'business' | 'exhausted';

export interface DeadLetter {
  consumer: string;
  /** Successors of the event wait for it. */
  strict: boolean;
  class: DeadLetterClass;
  error: unknown;
  payload: Uint8Array;
  headers: Readonly<Record<string, string>>;
  attempts: number;
}

/**
 * Keeps an event that cannot be applied, once per consumer and event; a replay that fails again waits again. It has
 * not been received then: neither in the inbox nor parked. What somebody has discarded stays discarded.
 */
export async function bury(database: DatabaseUse, letter: DeadLetter): Promise<void> {
  const { consumer } = letter;
  const { eventId, aggregateId, version } = identify(letter.payload, letter.headers);
  const text =
    letter.error instanceof Error ? `${letter.error.name}: ${letter.error.message}` : String(letter.error);
  await database.transaction(async (tx) => {
    const kept = await tx.query(
      `INSERT INTO dead_letter (id, consumer, event_id, aggregate_id, aggregate_version, strict, class, fingerprint, error,
                                payload, headers, attempts, dead_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp())
       ON CONFLICT (consumer, event_id) DO UPDATE
         SET state = 'waiting', class = excluded.class, fingerprint = excluded.fingerprint, error = excluded.error,
             attempts = excluded.attempts, dead_at = excluded.dead_at
         WHERE dead_letter.state <> 'discarded'
       RETURNING id`,
      [
        newId(),
        consumer,
        eventId,
        aggregateId ?? null,
        version ?? null,
        letter.strict,
        letter.class,
        fingerprint(consumer, text),
        text.slice(0, 4000),
        Buffer.from(letter.payload),
        JSON.stringify(letter.headers),
        letter.attempts,
      ],
    );
    Attempts.forget(tx, consumer, eventId);
    if (letter.strict && kept.length > 0) giveUpPlace(tx, consumer, eventId);
  });
}

/** Of an event that failed every time: why, in the words of its last error. */
export function classOf(error: unknown): DeadLetterClass {
  return error instanceof DomainError ? 'business' : 'exhausted';
}

/** A parked event is in the inbox; as a dead letter it is in neither, so that a replay applies it. */
function giveUpPlace(tx: Transaction, consumer: string, eventId: string): void {
  tx.send(
    `WITH place AS (DELETE FROM parked WHERE consumer = $1 AND event_id = $2 RETURNING event_id)
     DELETE FROM inbox WHERE consumer = $1 AND event_id IN (SELECT event_id FROM place)`,
    [consumer, eventId],
  );
}

/** The same for failures of one cause: ids and numbers in the text do not count. */
function fingerprint(consumer: string, text: string): string {
  const shape = text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '<id>').replace(/\d+/g, '<n>');
  return createHash('sha256').update(`${consumer}\n${shape}`).digest('hex').slice(0, 16);
}
