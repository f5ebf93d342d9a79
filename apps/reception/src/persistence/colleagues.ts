import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/** Roles of people who work in the office; the others are its residents and what keeps its records. */
const staff: readonly Role[] = ['desk', 'desk-lead', 'clerk', 'technician', 'crew-lead', 'duty-officer', 'department-head', 'director'];

/** What a person holds on a site today, of the roles of the staff. Empty for whoever does not work there. */
export async function rolesOf(tx: Transaction, personId: string, siteId: string): Promise<Set<Role>> {
  const rows = await tx.query<{ role: Role }>(
    `SELECT DISTINCT role FROM office_role WHERE person_id = $1 AND (site_id IS NULL OR site_id = $2) AND role = ANY ($3)
       AND from_at <= $4 AND (until_at IS NULL OR until_at > $4)`,
    [personId, siteId, staff, tx.now],
  );
  return new Set(rows.map(({ role }) => role));
}
