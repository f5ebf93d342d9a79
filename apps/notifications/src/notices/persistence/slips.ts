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

/** @returns the homes whose slip had not been left before */
export async function leaveSlips(tx: Transaction, noticeId: string, homeIds: readonly string[], { actor, happenedAt }: Act): Promise<string[]> {
  const left = await tx.query<{ home_id: string }>(
    'UPDATE notice_slip SET left_at = $3, left_by = $4 WHERE notice_id = $1 AND home_id = ANY ($2) AND left_at IS NULL RETURNING home_id',
    [noticeId, homeIds, happenedAt, actor.personId],
  );
  return left.map((row) => row.home_id);
}

/** The homes whose slip was marked as left by mistake, by what was announced. */
export async function correctedHomes(tx: Transaction, noticeId: string): Promise<string[]> {
  const rows = await tx.query<{ home_id: string }>(
    `SELECT DISTINCT home_id FROM ledger e, jsonb_array_elements_text(e.data -> 'homeIds') AS named (home_id)
     WHERE e.aggregate_id = $1 AND e.type = 'notifications.notice-slips-corrected.v1'`,
    [noticeId],
  );
  return rows.map((row) => row.home_id);
}

/** Which slips were marked, when and by whom, the ledger keeps. @returns the homes whose slip had been marked as left */
export async function unmarkSlips(tx: Transaction, noticeId: string, homeIds: readonly string[]): Promise<string[]> {
  const unmarked = await tx.query<{ home_id: string }>(
    'UPDATE notice_slip SET left_at = NULL, left_by = NULL WHERE notice_id = $1 AND home_id = ANY ($2) AND left_at IS NOT NULL RETURNING home_id',
    [noticeId, homeIds],
  );
  return unmarked.map((row) => row.home_id);
}
