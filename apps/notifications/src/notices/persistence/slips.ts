import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';

export interface Slip {
  homeId: string;
  leftAt: Date | null;
}

export async function slipsOf(tx: Transaction, noticeId: string): Promise<Slip[]> {
  const rows = await tx.query<{ home_id: string; left_at: Date | null }>('SELECT home_id, left_at FROM notice_slip WHERE notice_id = $1', [noticeId]);
  return rows.map(({ home_id: homeId, left_at: leftAt }) => ({ homeId, leftAt }));
}

/** @returns how many had not been left before */
export async function leaveSlips(tx: Transaction, noticeId: string, homeIds: readonly string[], { actor, happenedAt }: Act): Promise<number> {
  const left = await tx.query(
    'UPDATE notice_slip SET left_at = $3, left_by = $4 WHERE notice_id = $1 AND home_id = ANY ($2) AND left_at IS NULL RETURNING home_id',
    [noticeId, homeIds, happenedAt, actor.personId],
  );
  return left.length;
}

/** @returns how many had been marked as left */
export async function unmarkSlips(tx: Transaction, noticeId: string, homeIds: readonly string[]): Promise<number> {
  const unmarked = await tx.query(
    'UPDATE notice_slip SET left_at = NULL, left_by = NULL WHERE notice_id = $1 AND home_id = ANY ($2) AND left_at IS NOT NULL RETURNING home_id',
    [noticeId, homeIds],
  );
  return unmarked.length;
}
