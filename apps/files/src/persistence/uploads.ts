import type { Database, Transaction } from '@property-office/persistence';

/** What somebody uploaded within the last day that no object has. */
export interface Unlinked {
  files: number;
  bytes: number;
  /** Until the first of them is older than a day. */
  seconds: number;
}

export async function unlinkedOf(on: Database | Pick<Transaction, 'query'>, uploaderId: string): Promise<Unlinked> {
  const [row] = await on.query<{ files: number; bytes: number; seconds: number }>(
    `SELECT count(*)::int AS files, coalesce(sum(size), 0)::float8 AS bytes,
       coalesce(ceil(extract(epoch FROM min(uploaded_at) + interval '1 day' - platform.now())), 0)::int AS seconds
     FROM attachment WHERE uploader_id = $1 AND expires_at IS NOT NULL AND uploaded_at > platform.now() - interval '1 day'`,
    [uploaderId],
  );
  return row!;
}

/** One upload of a person after the other, until COMMIT: side by side they would not see each other. */
export async function lockUploader(tx: Transaction, uploaderId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('uploader ' || $1, 0))`, [uploaderId]);
}
