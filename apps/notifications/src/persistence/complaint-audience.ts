import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
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

/** Of several groups of roles the first in which anybody may hear of it: about the director it is the company. */
export async function firstToHear(tx: Transaction, complaintId: string, siteId: string, ...groups: Role[][]): Promise<string[]> {
  for (const roles of groups) {
    const found = await mayHear(tx, complaintId, await holdersOf(tx, roles, siteId));
    if (found.length > 0) return found;
  }
  return [];
}
