import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { recordAccess } from '../../persistence/record-access';
import { leftForGood } from './expected-records';
import type { Stocktake } from './stocktake.entity';

/** A record that a scanned number stands for, as whoever scans may know it. */
export interface Named {
  code: string;
  recordId: string;
  archiveNumber: string;
}

/** By archive number, or the old number on an older label. What the principal may not know of is not there. */
export function namedRecords(tx: Transaction, principal: Principal, siteId: string, codes: readonly string[]): Promise<Named[]> {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 3);
  return tx.query<Named & Record<string, unknown>>(
    `SELECT DISTINCT ON (c.code) c.code, r.id AS "recordId", r.archive_number AS "archiveNumber" FROM unnest($2::text[]) AS c (code)
     JOIN record r ON r.site_id = $1 AND (r.archive_number = c.code OR r.old_number = c.code) JOIN record_state s ON s.id = r.id
     WHERE ${access.sql} ORDER BY c.code, r.archive_number <> c.code`,
    [siteId, codes, ...access.params],
  );
}

/**
 * Where each was seen; the stocktake is locked. A number that was seen there last, too, is the same finding, unless its paper left or came
 * back in between.
 * @returns the numbers that were scanned again
 */
export async function keepScans(tx: Transaction, { id }: Stocktake, act: Act, shelf: string, codes: readonly string[], named: readonly Named[]): Promise<Set<string>> {
  const recordOf = new Map(named.map(({ code, recordId }) => [code, recordId]));
  const before = await tx.query<{ code: string; recordId: string | null; shelf: string; left: boolean }>(
    `SELECT c.code, c.record_id AS "recordId", c.shelf, EXISTS (
       SELECT 1 FROM (SELECT record_id, handed_over_at AS at FROM loan WHERE form = 'paper' UNION ALL SELECT record_id, over_at FROM loan WHERE form = 'paper' AND handed_over_at IS NOT NULL
         UNION ALL SELECT record_id, left_at FROM (${leftForGood}) g) x WHERE x.record_id = c.record_id AND x.at > c.happened_at AND x.at <= $4) AS left
     FROM (SELECT DISTINCT ON (coalesce(record_id::text, code)) code, record_id, shelf, happened_at FROM stocktake_scan
       WHERE stocktake_id = $1 AND (record_id = ANY ($2) OR (record_id IS NULL AND code = ANY ($3))) ORDER BY coalesce(record_id::text, code), happened_at DESC, n DESC) c`,
    [id, [...recordOf.values()], codes, act.happenedAt],
  );
  const seen = new Map(before.filter(({ left }) => !left).map((scan) => [scan.recordId ?? scan.code, scan.shelf]));
  const [last] = await tx.query<{ n: number }>('SELECT coalesce(max(n), 0)::int AS n FROM stocktake_scan WHERE stocktake_id = $1', [id]);
  const again = new Set<string>();
  let n = last!.n;
  for (const code of codes) {
    const subject = recordOf.get(code) ?? code;
    if (seen.get(subject) === shelf) again.add(code);
    else {
      tx.send(
        `INSERT INTO stocktake_scan (stocktake_id, n, code, record_id, shelf, scanned_by, scanned_for, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, (n += 1), code, recordOf.get(code) ?? null, shelf, act.actor.personId, act.actor.forPersonId ?? null, act.happenedAt, tx.now],
      );
      seen.set(subject, shelf);
    }
  }
  return again;
}

/** When the last of it was seen, if anything was; or counting began. */
export async function lastSeen(tx: Transaction, { id, lastHappenedAt }: Stocktake): Promise<Date> {
  const [row] = await tx.query<{ at: Date | null }>('SELECT max(happened_at) AS at FROM stocktake_scan WHERE stocktake_id = $1', [id]);
  return row?.at && row.at > lastHappenedAt ? row.at : lastHappenedAt;
}
