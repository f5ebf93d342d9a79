import type { Database } from '@property-office/persistence';
import { isSlowStatement } from './slow-statement';

/** Repeats come from the stream, which holds 30 days, and from rebuilds of it. */
const keepDays = 60;
/** Rows of one statement: a long pause leaves more than one statement may take. */
const chunk = 10_000;
const smallestChunk = 100;

/**
 * Forgets what no repeat can ask for any more. One part that fails does not keep the others from their turn.
 * @throws the first failure, after everything was tried
 */
export async function prune(database: Database, stop?: AbortSignal): Promise<void> {
  const failures: unknown[] = [];
  for (const step of [closeLetters, forgetAttempts, forgetInbox])
    await step(database, stop).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Applied after all, when the stream delivered it once more: nothing is left to decide. */
async function closeLetters(database: Database): Promise<void> {
  await database.query(
    `UPDATE dead_letter SET state = 'replayed' WHERE state = 'waiting'
       AND EXISTS (SELECT 1 FROM inbox WHERE inbox.consumer = dead_letter.consumer AND inbox.event_id = dead_letter.event_id)`,
  );
}

async function forgetAttempts(database: Database): Promise<void> {
  await database.query(`DELETE FROM attempt WHERE changed_at < clock_timestamp() - $1 * interval '1 day'`, [
    keepDays,
  ]);
}

async function forgetInbox(database: Database, stop?: AbortSignal): Promise<void> {
  for (let size = chunk; !stop?.aborted;) {
    try {
      const rows = await database.query(
        `DELETE FROM inbox WHERE ctid = ANY (ARRAY(
           SELECT ctid FROM inbox WHERE received_at < clock_timestamp() - $1 * interval '1 day' ORDER BY received_at LIMIT $2))
         RETURNING 1`,
        [keepDays, size],
      );
      if (rows.length < size) return;
    } catch (error) {
      // A busy database takes less at a time; the oldest go all the same.
      if (!isSlowStatement(error) || size <= smallestChunk) throw error;
      size = Math.ceil(size / 10);
    }
  }
}
