import type { Transaction } from '@property-office/persistence';

/** Locks a row by its id (uuid), `$1`. */
export function lockRow(table: string): string {
  return `SELECT 1 FROM ${table} WHERE id = $1 FOR UPDATE`;
}

/**
 * The object a person acts on, locked until COMMIT, if they may. It is locked first, whoever asks, and judged by a
 * statement of its own: one that both waits for a lock and judges does so by the rights of before it waited, and lets
 * somebody act on what was given to others meanwhile. Both take one round trip.
 * @param lock SQL with the object's id as `$1`: `lockRow`, or that of the row which is its lock
 * @param judge SQL that finds the object by its id, `$1`, and the access condition
 * @returns the row of `judge`; undefined where there is no such object, or none of theirs
 */
export async function lockThenJudge<R extends Record<string, unknown>>(
  tx: Transaction,
  lock: string,
  judge: string,
  params: [id: string, ...rest: unknown[]],
): Promise<R | undefined> {
  tx.send(lock, [params[0]]);
  const [row] = await tx.query<R>(judge, params);
  return row;
}
