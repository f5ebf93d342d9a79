import { statement, type Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';

const insert = statement('late_reason_insert', 'INSERT INTO late_reason (case_id, version, reason) VALUES ($1, $2, $3)');

/** Why an act on a case was entered late (G2), by the version it led to. It is somebody's words, so it is in no event. */
export function keepLateReason(tx: Transaction, { id, version }: { id: string; version: number }, { lateReason }: Act): void {
  if (lateReason !== undefined) tx.send(insert, [id, version, lateReason]);
}
