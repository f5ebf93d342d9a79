import type { Principal } from '@property-office/contracts';
import type { Database, Transaction } from '@property-office/persistence';
import { outStates } from '../../domain/loan-states';
import { recordAccess } from '../../persistence/record-access';
import { findingOf, type Lent, type RecordFacts, type StocktakeFinding } from '../domain/finding';
import type { Stocktake } from './stocktake.entity';

/** What left the shelves for good, and when. */
export const leftForGood = 'SELECT record_id, happened_at AS left_at FROM record_destruction UNION ALL SELECT item_id, happened_at FROM handed_over';

export interface ExpectedRecord {
  recordId: string;
  shelf: string | null;
}

export type Scope = Pick<Stocktake, 'siteId' | 'category' | 'shelf'>;

/** All of paper that the catalogue has within a scope, and of which whoever starts may know. */
export function expectedRecords(tx: Transaction, principal: Principal, { siteId, category, shelf }: Scope): Promise<ExpectedRecord[]> {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 4);
  return tx.query<ExpectedRecord & Record<string, unknown>>(
    `SELECT s.id AS "recordId", s.shelf FROM record_state s JOIN record r ON r.id = s.id JOIN record_description d ON d.record_id = s.id AND d.version = s.description
     WHERE s.site_id = $1 AND ($2::text IS NULL OR r.category = $2) AND ($3::text IS NULL OR s.shelf = $3) AND d.carrier <> 'digital'
       AND s.id NOT IN (SELECT record_id FROM (${leftForGood}) x) AND ${access.sql} ORDER BY s.id`,
    [siteId, category, shelf, ...access.params],
  );
}

/** A record that is expected or was scanned, and what the stocktake says of it. */
export interface FoundRecord {
  recordId: string;
  finding: Exclude<StocktakeFinding, 'unknown'>;
  catalogueShelf: string | null;
  seenShelf: string | null;
}

interface Row extends Record<string, unknown> {
  recordId: string;
  shelf: string | null;
  movedTo: string[];
  cameIn: boolean;
  goneAt: Date | null;
  lent: Array<{ from: string; until: string | null }>;
  seenShelf: string | null;
  seenAt: Date | null;
}

/**
 * As it stands, or stood when counting was finished: what happened to its records afterwards is of no concern to it.
 * @param recordIds those alone; all of them where left out
 */
export async function foundRecords(on: Database | Transaction, { id, state, shelf: scopeShelf, recordedAt, countedAt }: Stocktake, recordIds?: readonly string[]): Promise<FoundRecord[]> {
  const rows = await on.query<Row>(
    `SELECT r.id AS "recordId", r.recorded_at > $2 AS "cameIn", x.left_at AS "goneAt", seen.shelf AS "seenShelf", seen.happened_at AS "seenAt",
       CASE WHEN i.record_id IS NOT NULL THEN i.shelf ELSE (SELECT p.shelf FROM record_shelf p WHERE p.record_id = r.id AND p.recorded_at <= $2 ORDER BY p.n DESC LIMIT 1) END AS shelf,
       ARRAY(SELECT p.shelf FROM record_shelf p WHERE p.record_id = r.id AND p.recorded_at > $2 AND p.recorded_at <= coalesce($5, p.recorded_at) ORDER BY p.n) AS "movedTo",
       (SELECT coalesce(jsonb_agg(jsonb_build_object('from', l.handed_over_at, 'until', CASE WHEN l.state = ANY ($3) OR l.over_at > $5 THEN NULL ELSE l.over_at END)), '[]')
        FROM loan l WHERE l.record_id = r.id AND l.form = 'paper' AND l.handed_over_at <= coalesce($5, l.handed_over_at)) AS lent
     FROM (SELECT record_id FROM stocktake_item WHERE stocktake_id = $1 UNION SELECT record_id FROM stocktake_scan WHERE stocktake_id = $1 AND record_id IS NOT NULL) among
     JOIN record r ON r.id = among.record_id
     LEFT JOIN stocktake_item i ON i.stocktake_id = $1 AND i.record_id = r.id LEFT JOIN (${leftForGood}) x ON x.record_id = r.id AND x.left_at <= coalesce($5, x.left_at)
     LEFT JOIN LATERAL (SELECT c.shelf, c.happened_at FROM stocktake_scan c WHERE c.stocktake_id = $1 AND c.record_id = r.id ORDER BY c.happened_at DESC, c.n DESC LIMIT 1) seen ON true
     WHERE $4::uuid[] IS NULL OR r.id = ANY ($4) ORDER BY r.archive_number`,
    [id, recordedAt, outStates, recordIds ?? null, state === 'open' ? null : countedAt],
  );
  return rows.map((row) => ({ recordId: row.recordId, finding: findingOf(factsOf(row), scopeShelf), catalogueShelf: row.movedTo.at(-1) ?? row.shelf, seenShelf: row.seenShelf }));
}

function factsOf({ shelf, movedTo, cameIn, goneAt, lent, seenShelf, seenAt }: Row): RecordFacts {
  const times = lent.map(({ from, until }): Lent => ({ from: new Date(from), until: until === null ? null : new Date(until) }));
  return { shelf, movedTo, cameIn, goneAt, lent: times, seen: seenShelf === null ? null : { shelf: seenShelf, at: seenAt! } };
}

export interface UnknownCode {
  code: string;
  seenShelf: string;
}

/** Numbers that were no record for who scanned them: each once, where it was seen last. */
export function unknownCodes(on: Database | Transaction, { id }: Stocktake): Promise<UnknownCode[]> {
  return on.query<UnknownCode & Record<string, unknown>>(
    `SELECT DISTINCT ON (code) code, shelf AS "seenShelf" FROM stocktake_scan WHERE stocktake_id = $1 AND record_id IS NULL ORDER BY code, happened_at DESC, n DESC`,
    [id],
  );
}
