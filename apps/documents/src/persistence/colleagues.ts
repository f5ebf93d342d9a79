import { assertStillHere } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { documentErrors } from '../domain/errors';
import { staffRoles } from '../domain/office';

/**
 * Paper is given to people who work on the site today.
 * @throws staffUnknown, personGone (400) at the pointer
 */
export async function assertColleague(tx: Transaction, personId: string, siteId: string, pointer: string): Promise<void> {
  const rows = await tx.query(
    `SELECT 1 FROM office_role WHERE person_id = $1 AND (site_id IS NULL OR site_id = $2) AND role = ANY ($3)
       AND from_at <= $4 AND (until_at IS NULL OR until_at > $4) LIMIT 1`,
    [personId, siteId, staffRoles, tx.now],
  );
  if (rows.length === 0) throw documentErrors.staffUnknown(pointer);
  await assertStillHere(tx, personId, pointer);
}

/** Who works on the site and may not hear of a confidential document: neither clerk nor director nor in a director's place, and not named in it. */
export async function barredFrom(tx: Transaction, documentId: string, siteId: string): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT r.person_id FROM office_role r WHERE (r.site_id IS NULL OR r.site_id = $2)
       AND NOT EXISTS (SELECT 1 FROM office_role o WHERE o.person_id = r.person_id AND o.role IN ('clerk', 'director')
         AND (o.site_id IS NULL OR o.site_id = $2) AND o.from_at <= $3 AND (o.until_at IS NULL OR o.until_at > $3))
       AND NOT EXISTS (SELECT 1 FROM office_deputy d JOIN office_role o ON o.person_id = d.from_person_id WHERE d.to_person_id = r.person_id
         AND d.kind = 'approvals' AND d.from_at <= $3 AND (d.until_at IS NULL OR d.until_at > $3) AND o.role = 'director'
         AND (o.site_id IS NULL OR o.site_id = $2) AND o.from_at <= $3 AND (o.until_at IS NULL OR o.until_at > $3))
       AND NOT EXISTS (SELECT 1 FROM object_access a WHERE a.object_id = $1 AND a.subject = 'person:' || r.person_id AND (a.until IS NULL OR a.until > $3))`,
    [documentId, siteId, tx.now],
  );
  return new Set(rows.map((row) => row.person_id));
}
