import type { EventOf } from '@property-office/messaging';
import type { Transaction } from '@property-office/persistence';
import type { Visitor } from './visitor.entity';

export type TieEvent = EventOf<'directory.tie-started.v1' | 'directory.tie-ended.v1'>;

/** Keeps the copy of who lives where from when until when. */
export function keepTie(tx: Transaction, { tieId, personId, homeId, from, until }: TieEvent['data']): void {
  tx.send(
    `INSERT INTO host_tie (tie_id, person_id, home_id, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (tie_id) DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at`,
    [tieId, personId, homeId, from, until],
  );
}

const livesThere = (at: string): string => `EXISTS (
  SELECT 1 FROM host_tie t WHERE t.person_id = v.host_id AND t.home_id = v.home_id AND t.starts_at <= ${at} AND (t.ends_at IS NULL OR t.ends_at > ${at}))`;

/** Visits to a home that its host will not live in by then, by ties that have ended or are known to end before the visit begins. */
export async function visitsOfLeaver(tx: Transaction, { personId, homeId }: Pick<TieEvent['data'], 'personId' | 'homeId'>): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT v.id FROM visitor v WHERE v.host_id = $1 AND v.home_id = $2 AND v.state IN ('announced', 'expected')
       AND NOT ${livesThere('greatest(v.window_from, $3)')} ORDER BY v.id`,
    [personId, homeId, tx.now],
  );
  return rows.map(({ id }) => id);
}

/** Whether the host lived in the home and does no more. Of whom no tie has been heard of directory answered for when the visit was announced. */
export async function hasMovedOut(tx: Transaction, { id }: Visitor, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM visitor v WHERE v.id = $1 AND EXISTS (SELECT 1 FROM host_tie t WHERE t.person_id = v.host_id AND t.home_id = v.home_id)
       AND NOT ${livesThere('$2')}`,
    [id, at],
  );
  return rows.length > 0;
}
