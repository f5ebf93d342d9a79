import type { Transaction } from '@property-office/persistence';
import type { Reading } from './read-notices';

/** Notes that a person has read a notice; what the inbox says of it is read, too. */
export async function noteReader(tx: Transaction, noticeId: string, personId: string, acknowledge: boolean): Promise<Reading> {
  tx.send(
    `UPDATE notification SET read_at = $3 WHERE person_id = $2 AND subject_type = 'notice' AND subject_id = $1 AND read_at IS NULL
       AND kind IN ('notice-released', 'notice-reminder')`,
    [noticeId, personId, tx.now],
  );
  const [row] = await tx.query<{ read_at: Date; acknowledged_at: Date | null }>(
    `INSERT INTO notice_reader AS known (notice_id, person_id, read_at, acknowledged_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (notice_id, person_id) DO UPDATE SET acknowledged_at = coalesce(known.acknowledged_at, excluded.acknowledged_at)
     RETURNING read_at, acknowledged_at`,
    [noticeId, personId, tx.now, acknowledge ? tx.now : null],
  );
  return { readAt: row!.read_at, acknowledgedAt: row!.acknowledged_at };
}
