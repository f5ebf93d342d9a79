import type { Transaction } from '@property-office/persistence';
import type { OutgoingDocument } from './outgoing-document.entity';

/**
 * Whom a document waits for that is to be signed off: the directors of its site who wrote nothing of it. Where there is none,
 * the company; of a confidential document those of it who are named in it.
 */
export async function signersOf(tx: Transaction, { id, siteId, confidentiality, authorIds }: OutgoingDocument): Promise<string[]> {
  const rows = await tx.query<{ person_id: string; role: string }>(
    `SELECT DISTINCT r.person_id, r.role FROM office_role r
     WHERE r.role IN ('director', 'company') AND (r.site_id IS NULL OR r.site_id = $1) AND r.person_id <> ALL ($2::uuid[])
       AND r.from_at <= $3 AND (r.until_at IS NULL OR r.until_at > $3)
       AND (r.role = 'director' OR $4 OR EXISTS (SELECT 1 FROM object_access a
         WHERE a.object_id = $5 AND a.subject = 'person:' || r.person_id AND (a.until IS NULL OR a.until > $3)))
     ORDER BY r.person_id`,
    [siteId, authorIds, tx.now, confidentiality !== 'confidential', id],
  );
  const directors = rows.filter(({ role }) => role === 'director');
  return (directors.length > 0 ? directors : rows).map((row) => row.person_id);
}
