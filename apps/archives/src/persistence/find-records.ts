import { accessCondition, type SqlFragment } from '@property-office/access';
import type { Principal, RecordSource } from '@property-office/contracts';
import { whereTyped, type Database } from '@property-office/persistence';

/** A condition on records `s`, its placeholders from a number on. */
export type RecordCondition = (firstParam: number) => SqlFragment;

/** What records are found by. */
export interface Sought {
  /** The ids of such records, from an index, so many at most of each kind of place. */
  found: (most: number, firstParam: number) => SqlFragment;
  /** Whether one record is such. */
  holds: RecordCondition;
}

/** So many are taken by their ids. Of more, a page of the newest is filled soon by looking at each. */
const mostNamed = 2_000;

/**
 * As a condition of a list that is read from the newest on. Planners take reading a long text for as cheap as reading a number: left to itself, PostgreSQL
 * reads all texts there are for a word that stands in most of them (docs/performance.md).
 */
export async function whereSought(database: Database, { found, holds }: Sought, most = mostNamed): Promise<RecordCondition> {
  const { sql, params } = found(most + 1, 1);
  const ids = await database.transaction((tx) => {
    for (const way of ['enable_seqscan', 'enable_indexscan']) tx.send(`SET LOCAL ${way} = off`);
    return tx.query<{ id: string }>(sql, params);
  });
  if (ids.length > most) return holds;
  return (firstParam) => ({ sql: `s.id = ANY ($${firstParam}::uuid[])`, params: [ids.map(({ id }) => id)] });
}

/** Papers of a household: while its living file grew, whoever saw that knew their titles, and who keeps the archives alone what they say. It stays so. */
const ofHousehold: RecordSource = 'home-file';

/** Of a text `f` of a record: whether a principal may be told that it says something. */
export function shownText(principal: Principal, firstParam: number): SqlFragment {
  const opened = accessCondition(principal, { operation: 'archives.openRecordFile', right: 'read', objectColumn: 'h.id', siteColumn: 'h.site_id', hiddenColumns: ['h.source_id'], firstParam });
  if (opened.sql === 'TRUE') return opened;
  const { sql, params } = opened;
  return { sql: `(f.position IS NULL OR EXISTS (SELECT 1 FROM record h WHERE h.id = f.record_id AND (h.source_type IS DISTINCT FROM '${ofHousehold}' OR ${sql}) OFFSET 0))`, params };
}

/** What somebody typed: it stands in the description, or in anything a record holds. @returns undefined: nothing to look for */
export function recordsSaying(principal: Principal, q: string): Sought | undefined {
  const [typed, typedInState] = [whereTyped('f', q), whereTyped('s', q)];
  if (!typed || !typedInState) return undefined;
  return {
    found: (most, n) => {
      const shown = shownText(principal, n + 1);
      const sql = `(SELECT f.id FROM record_state f WHERE ${typed.sql(`$${n}`)} LIMIT ${most}) UNION ALL
        (SELECT f.record_id FROM held_text f WHERE ${typed.sql(`$${n}`)} AND ${shown.sql} LIMIT ${most})`;
      return { sql, params: [typed.value, ...shown.params] };
    },
    holds: (n) => {
      const shown = shownText(principal, n + 1);
      const text = `EXISTS (SELECT 1 FROM held_text f WHERE f.record_id = s.id AND ${typed.sql(`$${n}`)} AND ${shown.sql} OFFSET 0)`;
      return { sql: `(${typedInState.sql(`$${n}`)} OR ${text})`, params: [typed.value, ...shown.params] };
    },
  };
}

/** Whose trail has a step that somebody did, or that was done for them. */
export function recordsHandledBy(personId: string): Sought {
  const trail = (n: number): string => `h.kind = 'trail' AND trail_people(h.content) @> $${n}::text[]`;
  const params = [[personId]];
  return {
    found: (most, n) => ({ sql: `SELECT h.record_id AS id FROM record_sheet h WHERE ${trail(n)} LIMIT ${most}`, params }),
    holds: (n) => ({ sql: `EXISTS (SELECT 1 FROM record_sheet h WHERE h.record_id = s.id AND ${trail(n)} OFFSET 0)`, params }),
  };
}
