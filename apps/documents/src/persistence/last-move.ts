import type { Transaction } from '@property-office/persistence';
import type { LastMove } from '../domain/take-back';

/** What happened to a document last, but for what its clocks said. */
export async function lastMoveOf(tx: Transaction, documentId: string): Promise<LastMove> {
  const [row] = await tx.query<{ type: string; actor_id: string; recorded_at: Date }>(
    `SELECT type, actor_id, recorded_at FROM ledger WHERE aggregate_id = $1 AND type NOT LIKE '%-escalated.v1' AND type NOT LIKE '%-shown-on-time.v1'
     ORDER BY aggregate_version DESC LIMIT 1`,
    [documentId],
  );
  return { type: row!.type, actorId: row!.actor_id, recordedAt: row!.recorded_at };
}
