import type { Principal } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import type { Database, Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { recordAccess } from '../../persistence/record-access';
import { isDifference, type DifferenceKind } from '../domain/finding';
import type { Explainer } from '../domain/stocktake-event';
import type { FoundRecord, UnknownCode } from './expected-records';
import type { Stocktake } from './stocktake.entity';

/** Of a finding, before anything is said of it. */
export interface Differing {
  recordId: string | null;
  code: string | null;
  kind: DifferenceKind;
  catalogueShelf: string | null;
  seenShelf: string | null;
}

/** One difference with the last word on it. */
export interface Difference extends Differing {
  id: string;
  archiveNumber: string | null;
  title: string | null;
  /** How often it was explained. */
  n: number;
  explanation: string | null;
  correctShelf: boolean | null;
  explainedBy: string | null;
  explainedFor: string | null;
  explainedAs: string | null;
  explainedAt: Date | null;
  /** Null: nobody has decided on that explanation. */
  approved: boolean | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** Why it was returned. */
  reason: string | null;
}

export function differencesIn(records: readonly FoundRecord[], unknown: readonly UnknownCode[]): Differing[] {
  return [
    ...records.flatMap(({ recordId, finding, catalogueShelf, seenShelf }) =>
      isDifference(finding) ? [{ recordId, code: null, kind: finding, catalogueShelf, seenShelf: finding === 'missing' ? null : seenShelf }] : [],
    ),
    ...unknown.map(({ code, seenShelf }) => ({ recordId: null, code, kind: 'unknown' as const, catalogueShelf: null, seenShelf })),
  ];
}

/** What differs as counting is finished. One that differed alike before is the same, with what was said of it; any other stands no longer. */
export async function keepDifferences(tx: Transaction, { id }: Stocktake, found: readonly Differing[]): Promise<void> {
  await tx.query('UPDATE stocktake_difference SET stands = false WHERE stocktake_id = $1', [id]);
  const idOf = ({ recordId, code, kind, catalogueShelf, seenShelf }: Differing) =>
    derivedId('stocktake-difference', id, recordId ?? code!, kind, catalogueShelf ?? '', seenShelf ?? '');
  tx.send(
    `INSERT INTO stocktake_difference (id, stocktake_id, record_id, code, kind, catalogue_shelf, seen_shelf, stands, recorded_at)
     SELECT f.id, $1, f.record_id, f.code, f.kind, f.catalogue_shelf, f.seen_shelf, true, $2
     FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[]) AS f (id, record_id, code, kind, catalogue_shelf, seen_shelf)
     ON CONFLICT (id) DO UPDATE SET stands = true`,
    [id, tx.now, found.map(idOf), found.map((each) => each.recordId), found.map((each) => each.code), found.map((each) => each.kind), found.map((each) => each.catalogueShelf), found.map((each) => each.seenShelf)],
  );
}

const columns = `f.id, f.record_id AS "recordId", f.code, f.kind, f.catalogue_shelf AS "catalogueShelf", f.seen_shelf AS "seenShelf", r.archive_number AS "archiveNumber", d.title,
  coalesce(e.n, 0) AS n, e.explanation, e.correct_shelf AS "correctShelf", e.explained_by AS "explainedBy", e.explained_for AS "explainedFor", e.explained_as AS "explainedAs",
  e.happened_at AS "explainedAt", c.approved, c.decided_by AS "decidedBy", c.happened_at AS "decidedAt", c.reason`;

const from = `FROM stocktake_difference f
  LEFT JOIN record r ON r.id = f.record_id LEFT JOIN record_state s ON s.id = r.id LEFT JOIN record_description d ON d.record_id = s.id AND d.version = s.description
  LEFT JOIN LATERAL (SELECT * FROM stocktake_explanation WHERE difference_id = f.id ORDER BY n DESC LIMIT 1) e ON true
  LEFT JOIN stocktake_decision c ON c.difference_id = f.id AND c.n = e.n`;

/** Those that stand, of which the principal may know: a number that is no record for anybody, too. */
export function differencesOf(on: Database | Transaction, principal: Principal, { id }: Stocktake): Promise<Difference[]> {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 2);
  return on.query<Difference & Record<string, unknown>>(
    `SELECT ${columns} ${from} WHERE f.stocktake_id = $1 AND f.stands AND (f.record_id IS NULL OR ${access.sql}) ORDER BY r.archive_number, f.code`,
    [id, ...access.params],
  );
}

/** All that stand, whoever may know of them. */
export function standingOf(tx: Transaction, { id }: Stocktake): Promise<Difference[]> {
  return tx.query<Difference & Record<string, unknown>>(`SELECT ${columns} ${from} WHERE f.stocktake_id = $1 AND f.stands ORDER BY f.record_id, f.code`, [id]);
}

/** Not explained, or the explanation came back. */
export const isUnexplained = ({ n, approved }: Difference): boolean => n === 0 || approved === false;
export const isUndecided = ({ n, approved }: Difference): boolean => n > 0 && approved === null;

/** Who explained what waits for a decision, each once. */
export function explainersOf(differences: readonly Difference[]): Explainer[] {
  const found = differences.filter(isUndecided).map(({ explainedBy, explainedFor }) => ({ personId: explainedBy!, forPersonId: explainedFor }));
  return [...new Map(found.map((each) => [`${each.personId} ${each.forPersonId}`, each])).values()];
}

export function keepExplanations(tx: Transaction, act: Act, differences: readonly Difference[], explanation: string, correctShelf: boolean): void {
  const { personId, forPersonId = null, role } = act.actor;
  for (const { id, n } of differences)
    tx.send(
      `INSERT INTO stocktake_explanation (difference_id, n, explanation, correct_shelf, explained_by, explained_for, explained_as, happened_at, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, n + 1, explanation, correctShelf, personId, forPersonId, role, act.happenedAt, tx.now],
    );
}

/** @param reason why they are returned; null: they are approved */
export function keepDecisions(tx: Transaction, act: Act, differences: readonly Difference[], reason: string | null): void {
  const { personId, forPersonId = null } = act.actor;
  for (const { id, n, explainedBy } of differences)
    tx.send(
      'INSERT INTO stocktake_decision (difference_id, n, explained_by, approved, reason, decided_by, decided_for, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [id, n, explainedBy, reason === null, reason, personId, forPersonId, act.happenedAt, tx.now],
    );
}
