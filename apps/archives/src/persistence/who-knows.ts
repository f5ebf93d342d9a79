import { hasLeft } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { Loan } from './loan.entity';

const now = (row: string): string => `${row}.from_at <= $2 AND (${row}.until_at IS NULL OR ${row}.until_at > $2)`;

/** Who keeps the records of a site today. */
export async function clerksOf(tx: Transaction, siteId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT r.person_id FROM office_role r WHERE r.role = 'clerk' AND (r.site_id IS NULL OR r.site_id = $1) AND ${now('r')}
       AND NOT ${hasLeft('r.person_id')} ORDER BY 1`,
    [siteId, tx.now],
  );
  return rows.map((row) => row.person_id);
}

/**
 * Who may not hear of a loan, by what `recordAccess` says: from whom the record is hidden, and of a confidential one whoever is neither
 * clerk nor director nor in a director's place, nor admitted by name.
 */
export async function barredFromRecord(tx: Transaction, { recordId, siteId }: Pick<Loan, 'recordId' | 'siteId'>): Promise<Set<string>> {
  const ofSite = (row: string): string => `(${row}.site_id IS NULL OR ${row}.site_id = $3)`;
  const rows = await tx.query<{ person_id: string }>(
    `SELECT substr(os.subject, 8)::uuid AS person_id FROM record r JOIN object_shield os ON os.object_id = r.source_id
     WHERE r.id = $1 AND os.subject LIKE 'person:%'
     UNION
     SELECT r.person_id FROM office_role r JOIN record_state s ON s.id = $1
     WHERE s.confidentiality = 'confidential' AND (s.confidential_until IS NULL OR s.confidential_until > $2) AND ${ofSite('r')}
       AND NOT EXISTS (SELECT 1 FROM office_role o WHERE o.person_id = r.person_id AND o.role IN ('clerk', 'director') AND ${ofSite('o')} AND ${now('o')})
       AND NOT EXISTS (SELECT 1 FROM office_deputy d JOIN office_role o ON o.person_id = d.from_person_id WHERE d.to_person_id = r.person_id
         AND d.kind = 'approvals' AND ${now('d')} AND o.role = 'director' AND ${ofSite('o')} AND ${now('o')})
       AND NOT EXISTS (SELECT 1 FROM object_access a WHERE a.object_id = $1 AND a.subject = 'person:' || r.person_id AND (a.until IS NULL OR a.until > $2))`,
    [recordId, tx.now, siteId],
  );
  return new Set(rows.map((row) => row.person_id));
}
