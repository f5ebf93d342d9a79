import { accessCondition, type SqlFragment } from '@property-office/access';
import type { HandOverScope, LivingFileSubject, Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { listErrors } from '../../lists/domain/errors';
import { assertFree, lockRecords, type ListedRecord } from '../../lists/persistence/listed-records';
import { inNoVolume } from '../../persistence/living-volumes';
import { lockLivingFiles } from '../../persistence/lock-living-files';
import { recordAccess } from '../../persistence/record-access';
import { handOverErrors, mostItems, type CountedPart } from '../domain/errors';
import type { HandOver } from './hand-over.entity';
import type { Chosen } from './hand-overs';

export interface Scope {
  siteId: string;
  scope: HandOverScope;
  recordIds: string[];
  category: string | null;
  /** Of the archive year; null: open. With one of them nothing but records is in the scope: a living file is of no year. */
  fromYear: number | null;
  toYear: number | null;
  subject: LivingFileSubject | null;
  buildingIds: string[] | null;
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
  const [ofRecords, ofLivingFiles] = [withRecords(scope) ? recordsIn(principal, scope) : undefined, withLivingFiles(scope) ? livingFilesIn(principal, scope) : undefined];
  const records = scope.scope === 'named' ? scope.recordIds : await idsIn(tx, 's.id', ofRecords, mostItems.records);
  const livingFiles = await idsIn(tx, 'f.id', ofLivingFiles, mostItems.livingFiles);
  if (records.length + livingFiles.length === 0) throw handOverErrors.nothingToHandOver();
  if (records.length > mostItems.records || livingFiles.length > mostItems.livingFiles) throw handOverErrors.handOverTooLarge(await partsIn(tx, ofRecords, ofLivingFiles));
  return { records, livingFiles };
}

const withRecords = ({ scope }: Scope): boolean => scope === 'category' || scope === 'all';
const withLivingFiles = ({ scope, fromYear, toYear }: Scope): boolean => scope === 'living-files' || (scope === 'all' && fromYear === null && toYear === null);

/** Records `r`, whose states are `s`. */
function recordsIn(principal: Principal, { siteId, category, fromYear, toYear, confidential }: Scope): SqlFragment {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 6);
  const sql = `record_state s JOIN record r ON r.id = s.id WHERE s.site_id = $1 AND ($2::text IS NULL OR r.category = $2) AND r.year BETWEEN coalesce($3::int, r.year) AND coalesce($4::int, r.year)
    AND ($5 OR NOT ${secret}) AND NOT ${gone('s.id')} AND ${access.sql}`;
  return { sql, params: [siteId, category, fromYear, toYear, confidential, ...access.params] };
}

/** Living files `f`. */
function livingFilesIn(principal: Principal, { siteId, subject, buildingIds }: Scope): SqlFragment {
  const access = accessCondition(principal, { operation: 'archives.readLivingFile', right: 'read', objectColumn: 'f.id', siteColumn: 'f.site_id', firstParam: 4 });
  const sql = `living_file f WHERE f.site_id = $1 AND ($2::text IS NULL OR f.subject_type = $2) AND ($3::uuid[] IS NULL OR f.building_id = ANY ($3))
    AND NOT EXISTS (SELECT 1 FROM handed_over o WHERE o.item_id = f.id) AND ${access.sql}`;
  return { sql, params: [siteId, subject, buildingIds, ...access.params] };
}

/** One more than a list holds, at most. */
async function idsIn(tx: Transaction, id: string, within: SqlFragment | undefined, most: number): Promise<string[]> {
  if (!within) return [];
  const rows = await tx.query<{ id: string }>(`SELECT ${id} FROM ${within.sql} ORDER BY ${id} LIMIT ${most + 1}`, within.params);
  return rows.map((row) => row.id);
}

/** By which it could be handed over in several lists, the largest first. */
async function partsIn(tx: Transaction, records: SqlFragment | undefined, livingFiles: SqlFragment | undefined): Promise<CountedPart[]> {
  const counted = async (columns: string, within: SqlFragment | undefined): Promise<CountedPart[]> =>
    within ? tx.query<CountedPart & Record<string, unknown>>(`SELECT ${columns}, count(*)::int AS items FROM ${within.sql} GROUP BY ${columns}`, within.params) : [];
  const parts = [...(await counted('r.category, r.year', records)), ...(await counted('f.subject_type', livingFiles))];
  return parts.toSorted((one, other) => other.items - one.items);
}

/**
 * Locks what is on a list until COMMIT, records before living files, in the order of their ids, and looks whether all of it may leave (W4.6):
 * it is neither on hold nor on loan nor being copied, on no other list, nothing of a living file waits to be a record, and confidential only where the list says so.
 * @param list undefined for a new one
 * @throws recordsHeld, recordOut, recordsListed, itemsBeingHandedOver, volumesProposed, recordsConfidential (409), each naming them
 */
export async function lockHandable(tx: Transaction, { records, livingFiles }: Chosen, list: Pick<HandOver, 'id' | 'confidential'>): Promise<ListedRecord[]> {
  const locked = await lockRecords(tx, records);
  const files = await lockedLivingFiles(tx, livingFiles);
  const elsewhere = [...locked.filter(({ handOverId, destroyed }) => destroyed || isElsewhere(handOverId, list.id)).map(({ archiveNumber }) => archiveNumber), ...files.filter(({ handOverId }) => isElsewhere(handOverId, list.id)).map(({ code }) => code)];
  if (elsewhere.length > 0) throw handOverErrors.itemsBeingHandedOver(elsewhere);
  const held = files.filter((file) => file.held);
  if (held.length > 0) throw listErrors.recordsHeld(held.map(({ code }) => code));
  const waiting = files.filter((file) => file.waiting);
  if (waiting.length > 0) throw handOverErrors.volumesProposed(waiting.map(({ code }) => code));
  const listed = locked.filter(({ appraisalId }) => appraisalId !== null);
  if (listed.length > 0) throw handOverErrors.recordsListed(listed.map(({ archiveNumber }) => archiveNumber));
  await assertFree(tx, locked);
  if (!list.confidential) {
    const confidential = locked.filter(({ state: { confidentiality, confidentialUntil } }) => confidentiality === 'confidential' && (confidentialUntil === null || confidentialUntil > tx.now));
    if (confidential.length > 0) throw handOverErrors.recordsConfidential(confidential.map(({ archiveNumber }) => archiveNumber));
  }
  return locked;
}

/** How far locked living files have grown, but for what was closed as records. */
export function lastItems(tx: Transaction, ids: readonly string[]): Promise<Array<{ id: string; code: string; item: number }>> {
  const last = `(SELECT coalesce(max(e.item), 0) FROM living_file_entry e WHERE e.file_id = f.id AND ${inNoVolume})`;
  return tx.query(`SELECT f.id, coalesce(f.code, f.id::text) AS code, ${last} AS item FROM living_file f WHERE f.id = ANY ($1) ORDER BY f.id`, [ids]);
}

const isElsewhere = (handOverId: string | null, id: string): boolean => handOverId !== null && handOverId !== id;

interface LockedLivingFile {
  code: string;
  handOverId: string | null;
  held: boolean;
  /** Something was closed of it that is no record yet; what came back leaves with the file. */
  waiting: boolean;
}

async function lockedLivingFiles(tx: Transaction, ids: readonly string[]): Promise<LockedLivingFile[]> {
  await lockLivingFiles(tx, ids);
  return tx.query<LockedLivingFile & Record<string, unknown>>(
    `SELECT coalesce(f.code, f.id::text) AS code, coalesce(h.hand_over_id, o.hand_over_id) AS "handOverId",
       (SELECT w.held FROM living_file_hold w WHERE w.file_id = f.id ORDER BY w.n DESC LIMIT 1) IS TRUE AS held,
       EXISTS (SELECT 1 FROM living_volume v JOIN record_proposal p ON p.source_event_id = v.event_id WHERE v.file_id = f.id AND p.state = 'proposed') AS waiting FROM living_file f
     LEFT JOIN handing_over h ON h.item_id = f.id LEFT JOIN handed_over o ON o.item_id = f.id WHERE f.id = ANY ($1) ORDER BY f.id`,
    [ids],
  );
}
