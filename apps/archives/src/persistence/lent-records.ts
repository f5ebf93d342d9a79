import type { OperationKey, Right, SqlFragment } from '@property-office/access';
import { accessCondition } from '@property-office/access';
import type { Confidentiality, Principal, Retention } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Carrier } from '../domain/carriers';
import { recordErrors } from '../domain/errors';
import { recordAccess } from './record-access';

/** What stands beside a loan or copies of it. */
export interface LentRecord {
  archiveNumber: string;
  title: string;
  carrier: Carrier;
  confidentiality: Confidentiality;
  retention: Retention;
  held: boolean;
}

export const lentColumns = `r.archive_number AS "archiveNumber", d.title, d.carrier, s.confidentiality, r.retention, s.held`;

/** @param lent `loan l` or `record_copy l` */
export const lentJoin = `JOIN record_state s ON s.id = l.record_id JOIN record r ON r.id = s.id JOIN record_description d ON d.record_id = s.id AND d.version = s.description`;

/** Rights on a loan, or on copies: those on the thing itself, and of its record only who may know of it (W4.2). Stands on `lentJoin`. */
export function lendingAccess(principal: Principal, operation: OperationKey, right: Right, firstParam: number): SqlFragment {
  const own = accessCondition(principal, { operation, right, objectColumn: 'l.id', siteColumn: 'l.site_id', firstParam });
  const known = recordAccess(principal, 'archives.readRecord', 'read', firstParam + own.params.length);
  return { sql: `(${own.sql} AND ${known.sql})`, params: [...own.params, ...known.params] };
}

/**
 * A record that is asked for, kept from being destroyed or handed over until COMMIT; undefined where there is none, or none of theirs.
 * @throws recordDestroyed, recordHandedOver (409)
 */
export async function recordToLend(tx: Transaction, principal: Principal, id: string): Promise<(LentRecord & { siteId: string }) | undefined> {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 2);
  await tx.query('SELECT 1 FROM record_state WHERE id = $1 FOR SHARE', [id]);
  const [record] = await tx.query<LentRecord & { siteId: string; destroyed: boolean; handedOver: boolean } & Record<string, unknown>>(
    `SELECT s.site_id AS "siteId", EXISTS (SELECT 1 FROM record_destruction x WHERE x.record_id = s.id) AS destroyed,
       EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = s.id) AS "handedOver", ${lentColumns} FROM record_state s JOIN record r ON r.id = s.id
     JOIN record_description d ON d.record_id = s.id AND d.version = s.description WHERE s.id = $1 AND ${access.sql}`,
    [id, ...access.params],
  );
  if (record?.destroyed) throw recordErrors.recordDestroyed();
  if (record?.handedOver) throw recordErrors.recordHandedOver();
  return record;
}

/** One at a time adds to what is counted of a record. */
export async function lockRecord(tx: Transaction, id: string): Promise<void> {
  await tx.query('SELECT 1 FROM record_state WHERE id = $1 FOR UPDATE', [id]);
}
