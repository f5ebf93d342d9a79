import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import { In } from 'typeorm';
import { recordErrors } from '../../domain/errors';
import type { Carrier } from '../../domain/carriers';
import { paperZone } from '../../domain/time-on-papers';
import { recordAccess } from '../../persistence/record-access';
import { RecordState } from '../../persistence/record-state.entity';
import { assertNothingOut } from '../../persistence/ways-out';
import { listErrors } from '../domain/errors';

export const thisYear = `extract(year FROM platform.now() AT TIME ZONE '${paperZone}')`;

/** Once the year its retention ends in is over. */
export const isOver = `coalesce(kept_until_year(r.id) < ${thisYear}, false)`;

/** Where a record stands among the lists of appraisal, destruction and hand-over. */
export interface ListedRecord {
  state: RecordState;
  archiveNumber: string;
  proof: string;
  carrier: Carrier;
  over: boolean;
  destroyed: boolean;
  handedOver: boolean;
  appraisalId: string | null;
  /** Its appraisal is concluded. */
  appraised: boolean;
  destructionId: string | null;
  /** The list by which it is to be handed over, or was. */
  handOverId: string | null;
}

type Row = Omit<ListedRecord, 'state'> & { id: string } & Record<string, unknown>;

/**
 * Locks records in the order of their ids, until COMMIT: nobody sets a hold or lists one of them meanwhile. Whoever acts on a list has
 * locked that before.
 */
export async function lockRecords(tx: Transaction, ids: readonly string[]): Promise<ListedRecord[]> {
  await tx.query('SELECT 1 FROM record_state WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
  const rows = await tx.query<Row>(
    `SELECT r.id, r.archive_number AS "archiveNumber", r.proof, d.carrier, ${isOver} AS over, x.record_id IS NOT NULL AS destroyed, o.item_id IS NOT NULL AS "handedOver",
       l.appraisal_id AS "appraisalId", coalesce(a.state = 'concluded', false) AS appraised, l.destruction_id AS "destructionId",
       coalesce(h.hand_over_id, o.hand_over_id) AS "handOverId"
     FROM record_state s JOIN record r ON r.id = s.id JOIN record_description d ON d.record_id = s.id AND d.version = s.description
     LEFT JOIN record_destruction x ON x.record_id = s.id LEFT JOIN record_listing l ON l.record_id = s.id LEFT JOIN appraisal a ON a.id = l.appraisal_id
     LEFT JOIN handing_over h ON h.item_id = s.id LEFT JOIN handed_over o ON o.item_id = s.id
     WHERE s.id = ANY ($1) ORDER BY s.id`,
    [ids],
  );
  const states = new Map((await tx.manager.findBy(RecordState, { id: In(rows.map(({ id }) => id)) })).map((state) => [state.id, state]));
  return rows.map(({ id, ...row }) => ({ ...row, state: states.get(id)! }));
}

/** Of those, whom the principal may see: a confidential one, or one that is hidden from them, is not there. */
export async function visibleOf(on: Database | Transaction, principal: Principal, operation: OperationKey, ids: readonly string[]): Promise<Set<string>> {
  const access = recordAccess(principal, operation, 'read', 2);
  const rows = await on.query<{ id: string }>(`SELECT s.id FROM record_state s JOIN record r ON r.id = s.id WHERE s.id = ANY ($1) AND ${access.sql}`, [ids, ...access.params]);
  return new Set(rows.map(({ id }) => id));
}

/** Whoever decides on a list has all of it before them. @throws recordsUnseen (409) */
export async function assertAllVisible(tx: Transaction, principal: Principal, ids: readonly string[]): Promise<void> {
  if ((await visibleOf(tx, principal, 'archives.readRecord', ids)).size < ids.length) throw listErrors.recordsUnseen();
}

/** Those that somebody names: each there, on one site, and theirs to see. @throws nothingNamed (400), recordUnknown (404) */
export async function assertNamed(tx: Transaction, principal: Principal, siteId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) throw listErrors.nothingNamed();
  const there = await tx.query('SELECT 1 FROM record_state WHERE id = ANY ($1) AND site_id = $2', [ids, siteId]);
  if (there.length < ids.length || (await visibleOf(tx, principal, 'archives.readRecord', ids)).size < ids.length) throw recordErrors.recordUnknown();
}

/** Of those that are locked. @throws recordsHeld (409), recordOut (409), naming them or what is open of them */
export async function assertFree(tx: Transaction, records: readonly ListedRecord[]): Promise<void> {
  assertNoneHeld(records);
  await assertNothingOut(tx, records.map(({ state }) => state.id));
}

/** @throws recordsHeld (409), naming them */
export function assertNoneHeld(records: readonly ListedRecord[]): void {
  const held = records.filter(({ state }) => state.held);
  if (held.length > 0) throw listErrors.recordsHeld(held.map(({ archiveNumber }) => archiveNumber));
}
