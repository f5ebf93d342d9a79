import type { Database } from '@property-office/persistence';

/** Repeats come from the stream, which holds 30 days, and from rebuilds of it. */
const keepDays = 60;
/** Rows of one statement: a long pause leaves more than one statement may take. */
const chunk = 10_000;

/** Forgets what no repeat can ask for any more. */
export async function prune(database: Database): Promise<void> {
  // Applied after all, when the stream delivered it once more: nothing is left to decide.
  await database.query(
    `UPDATE dead_letter SET state = 'replayed' WHERE state = 'waiting'
       AND EXISTS (SELECT 1 FROM inbox WHERE inbox.consumer = dead_letter.consumer AND inbox.event_id = dead_letter.event_id)`,
  );
  await database.query(`DELETE FROM attempt WHERE changed_at < clock_timestamp() - $1 * interval '1 day'`, [
    keepDays,
  ]);
  for (let deleted = chunk; deleted === chunk;) {
    const rows = await database.query(
      `DELETE FROM inbox WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM inbox WHERE received_at < clock_timestamp() - $1 * interval '1 day' LIMIT $2))
       RETURNING 1`,
      [keepDays, chunk],
    );
    deleted = rows.length;
  }
}
