import { accessCondition } from '@property-office/access';
import type { HandOverScope, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { assertFree, lockRecords, type ListedRecord } from '../../lists/persistence/listed-records';
import { recordAccess } from '../../persistence/record-access';
import { handOverErrors, mostItems } from '../domain/errors';
import type { HandOver } from './hand-over.entity';
import type { Chosen } from './hand-overs';

export interface Scope {
  siteId: string;
  scope: HandOverScope;
  category?: string;
  recordIds?: string[];
  confidential: boolean;
}

/** Confidential today. */
const secret = `(s.confidentiality = 'confidential' AND (s.confidential_until IS NULL OR s.confidential_until > platform.now()))`;
const gone = (id: string): string => `(EXISTS (SELECT 1 FROM record_destruction x WHERE x.record_id = ${id}) OR EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = ${id}))`;

/**
 * What of a site whoever applies may see and the scope holds; what is destroyed or handed over is not there any more. Named records are
 * taken as they are, so that what is wrong with one is said.
 * @throws nothingToHandOver, handOverTooLarge (409)
 */
export async function chosen(tx: Transaction, principal: Principal, scope: Scope): Promise<Chosen> {
  const records = scope.scope === 'named' ? scope.recordIds! : scope.scope === 'living-files' ? [] : await recordsIn(tx, principal, scope);
  const livingFiles = scope.scope === 'living-files' || scope.scope === 'all' ? await livingFilesOf(tx, principal, scope.siteId) : [];
  if (records.length + livingFiles.length === 0) throw handOverErrors.nothingToHandOver();
  if (records.length + livingFiles.length > mostItems) throw handOverErrors.handOverTooLarge();
  return { records, livingFiles };
}

async function recordsIn(tx: Transaction, principal: Principal, { siteId, category, confidential }: Scope): Promise<string[]> {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 4);
  const rows = await tx.query<{ id: string }>(
    `SELECT s.id FROM record_state s JOIN record r ON r.id = s.id WHERE s.site_id = $1 AND ($2::text IS NULL OR r.category = $2) AND ($3 OR NOT ${secret}) AND NOT ${gone('s.id')} AND ${access.sql}
     ORDER BY s.id LIMIT ${mostItems + 1}`,
    [siteId, category ?? null, confidential, ...access.params],
  );
  return rows.map(({ id }) => id);
}

async function livingFilesOf(tx: Transaction, principal: Principal, siteId: string): Promise<string[]> {
  const access = accessCondition(principal, { operation: 'archives.readLivingFile', right: 'read', objectColumn: 'f.id', siteColumn: 'f.site_id', firstParam: 2 });
  const rows = await tx.query<{ id: string }>(
    `SELECT f.id FROM living_file f WHERE f.site_id = $1 AND NOT EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = f.id) AND ${access.sql} ORDER BY f.id LIMIT ${mostItems + 1}`,
    [siteId, ...access.params],
  );
  return rows.map(({ id }) => id);
}

/**
 * Locks what is on a list until COMMIT, records before living files, in the order of their ids, and looks whether all of it may leave (W4.6):
 * it is neither on hold nor on loan nor being copied, on no other list, and confidential only where the list says so.
 * @param list undefined for a new one
 * @throws recordsHeld, recordOut, recordsListed, itemsBeingHandedOver, recordsConfidential (409), each naming them
 */
export async function lockHandable(tx: Transaction, { records, livingFiles }: Chosen, list: Pick<HandOver, 'id' | 'confidential'>): Promise<ListedRecord[]> {
  const locked = await lockRecords(tx, records);
  const files = await lockLivingFiles(tx, livingFiles);
  const elsewhere = [...locked.filter(({ handOverId, destroyed }) => destroyed || isElsewhere(handOverId, list.id)).map(({ archiveNumber }) => archiveNumber), ...files.filter(({ handOverId }) => isElsewhere(handOverId, list.id)).map(({ code }) => code)];
  if (elsewhere.length > 0) throw handOverErrors.itemsBeingHandedOver(elsewhere);
  const listed = locked.filter(({ appraisalId }) => appraisalId !== null);
  if (listed.length > 0) throw handOverErrors.recordsListed(listed.map(({ archiveNumber }) => archiveNumber));
  await assertFree(tx, locked);
  if (!list.confidential) {
    const confidential = locked.filter(({ state: { confidentiality, confidentialUntil } }) => confidentiality === 'confidential' && (confidentialUntil === null || confidentialUntil > tx.now));
    if (confidential.length > 0) throw handOverErrors.recordsConfidential(confidential.map(({ archiveNumber }) => archiveNumber));
  }
  return locked;
}

/** How far locked living files have grown. */
export function lastItems(tx: Transaction, ids: readonly string[]): Promise<Array<{ id: string; code: string; item: number }>> {
  return tx.query(`SELECT id, coalesce(code, id::text) AS code, last_item AS item FROM living_file WHERE id = ANY ($1) ORDER BY id`, [ids]);
}

const isElsewhere = (handOverId: string | null, id: string): boolean => handOverId !== null && handOverId !== id;

async function lockLivingFiles(tx: Transaction, ids: readonly string[]): Promise<Array<{ code: string; handOverId: string | null }>> {
  await tx.query('SELECT 1 FROM living_file WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
  return tx.query<{ code: string; handOverId: string | null }>(
    `SELECT coalesce(f.code, f.id::text) AS code, coalesce(h.hand_over_id, o.hand_over_id) AS "handOverId" FROM living_file f
     LEFT JOIN handing_over h ON h.item_id = f.id LEFT JOIN handed_over o ON o.item_id = f.id WHERE f.id = ANY ($1) ORDER BY f.id`,
    [ids],
  );
}
