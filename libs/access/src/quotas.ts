import type { Transaction } from '@property-office/persistence';
import { accessErrors } from './errors';

/** How often something may be done under one key. */
export interface Quota {
  /** What is counted, by whom: `code-source <blind index>`. Never a telephone number or an address in clear. */
  key: string;
  most: number;
  /** Length of the window that begins with the first time. */
  seconds: number;
}

/** Windows of others removed with each look, so that made-up keys do not pile up. */
const swept = 20;

/**
 * Counts one more of what somebody without an account does, in the transaction that does it: undone with it, and one
 * for all replicas. Attempts side by side queue up. Give the keys that most transactions share last: they are locked in
 * this order.
 * @throws quotaUsedUp (429) with the seconds until the window ends
 */
export async function takeQuotas(tx: Transaction, quotas: readonly Quota[]): Promise<void> {
  for (const quota of quotas) await take(tx, quota);
  tx.send(
    `DELETE FROM quota WHERE key IN (
       SELECT key FROM quota WHERE ends_at < clock_timestamp() ORDER BY ends_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
    [swept],
  );
}

async function take(tx: Transaction, { key, most, seconds }: Quota): Promise<void> {
  const [row] = await tx.query<{ count: number; left: number }>(
    `INSERT INTO quota AS q (key, began_at, ends_at, count)
     VALUES ($1, clock_timestamp(), clock_timestamp() + make_interval(secs => $2), 1)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN q.ends_at <= clock_timestamp() THEN 1 ELSE q.count + 1 END,
       began_at = CASE WHEN q.ends_at <= clock_timestamp() THEN excluded.began_at ELSE q.began_at END,
       ends_at = CASE WHEN q.ends_at <= clock_timestamp() THEN excluded.ends_at ELSE q.ends_at END
     RETURNING count, ceil(extract(epoch FROM ends_at - clock_timestamp()))::int AS left`,
    [key, seconds],
  );
  if (row!.count > most) {
    const wait = Math.max(1, row!.left);
    throw accessErrors.quotaUsedUp({ seconds: wait }, { retryAfter: wait });
  }
}
