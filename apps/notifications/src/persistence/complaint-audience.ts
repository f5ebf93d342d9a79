import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { thereIn, thereOf } from './asked';
import { holdersOf } from './audience';

export function keepHandler(tx: Transaction, complaintId: string, handlerId: string | null): void {
  tx.send('INSERT INTO known_complaint (id, handler_id) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET handler_id = excluded.handler_id', [complaintId, handlerId]);
}

export async function handlerOf(tx: Transaction, complaintId: string): Promise<string | null> {
  const [row] = await tx.query<{ handler_id: string | null }>('SELECT handler_id FROM known_complaint WHERE id = $1', [complaintId]);
  return row?.handler_id ?? null;
}

/** Those of these people from whom a complaint is not hidden, themselves or through a crew of theirs (W2.3). */
export async function mayHear(tx: Transaction, complaintId: string, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT p.person_id FROM unnest($2::uuid[]) WITH ORDINALITY AS p (person_id, nth) WHERE NOT EXISTS (
       SELECT 1 FROM object_shield s WHERE s.object_id = $1 AND (s.subject = 'person:' || p.person_id OR s.subject IN (
         SELECT 'crew:' || m.crew_id FROM crew_member m WHERE m.person_id = p.person_id AND (m.ends_at IS NULL OR m.ends_at > $3))))
     ORDER BY p.nth`,
    [complaintId, personIds, tx.now],
  );
  return rows.map((row) => row.person_id);
}

/**
 * Of several groups of roles the first in which anybody may hear of it: about the director it is the company. Of who is away
 * the deputy hears of it at once (G1, R1.4); where nobody is there at all, the first group: they come back.
 * @param but nobody of these, nor anybody in their place
 */
export async function firstToHear(tx: Transaction, complaintId: string, siteId: string, groups: readonly Role[][], but: readonly string[] = []): Promise<string[]> {
  const barred = [...but, ...(await hiddenFrom(tx, [complaintId]))];
  for (const roles of groups) {
    const there = await thereIn(tx, roles, siteId, barred);
    if (there.length > 0) return there;
  }
  for (const roles of groups) {
    const away = (await holdersOf(tx, roles, siteId)).filter((personId) => !barred.includes(personId));
    if (away.length > 0) return away;
  }
  return [];
}

/** Whoever handles it, or while they are away the deputy who takes what they decide; themselves where there is none. */
export async function inHandOf(tx: Transaction, complaintId: string, siteId: string, handlerId: string): Promise<string[]> {
  const there = await thereOf(tx, siteId, [handlerId], ['approvals'], await hiddenFrom(tx, [complaintId]));
  return there.length > 0 ? there : [handlerId];
}

/** From whom one of these is hidden by now, themselves or through a crew of theirs. */
export async function hiddenFrom(tx: Transaction, complaintIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT substr(subject, 8) AS person_id FROM object_shield WHERE object_id = ANY ($1) AND subject LIKE 'person:%'
     UNION SELECT m.person_id::text FROM crew_member m JOIN object_shield s ON s.subject = 'crew:' || m.crew_id
     WHERE s.object_id = ANY ($1) AND (m.ends_at IS NULL OR m.ends_at > $2)`,
    [complaintIds, tx.now],
  );
  return rows.map((row) => row.person_id);
}
