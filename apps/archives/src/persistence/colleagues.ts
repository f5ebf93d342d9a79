import { permissionOf } from '@property-office/access';
import { statement, type Transaction } from '@property-office/persistence';
import { recordErrors } from '../domain/errors';

/** A role of somebody on a site, or in the whole company. */
export interface StaffRole {
  grantId: string;
  personId: string;
  siteId: string | null;
  from: Date;
  until: Date | null;
}

const keep = statement(
  'staff_role_keep',
  `INSERT INTO staff_role (grant_id, person_id, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (grant_id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at`,
);

/** Keeps it as directory says it now. */
export function keepStaff(tx: Transaction, { grantId, personId, siteId, from, until }: StaffRole): void {
  tx.send(keep, [grantId, personId, siteId, from, until]);
}

/**
 * Records are shown to people who work on the site today.
 * @param pointer the field that names them
 * @throws staffUnknown (400)
 */
export async function assertColleague(tx: Transaction, personId: string, siteId: string, pointer: string): Promise<void> {
  const rows = await tx.query(
    'SELECT 1 FROM staff_role WHERE person_id = $1 AND (site_id IS NULL OR site_id = $2) AND from_at <= $3 AND (until_at IS NULL OR until_at > $3) LIMIT 1',
    [personId, siteId, tx.now],
  );
  if (rows.length === 0) throw recordErrors.staffUnknown(pointer);
}

/** Whether somebody holds a role on the site today that reads its records (a copy of deadlines keeps roles by name). */
export async function readsRecords(tx: Transaction, personId: string, siteId: string): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM office_role WHERE person_id = $1 AND (site_id IS NULL OR site_id = $2) AND role = ANY ($3) AND from_at <= $4 AND (until_at IS NULL OR until_at > $4) LIMIT 1',
    [personId, siteId, permissionOf('archives.readRecord').site, tx.now],
  );
  return rows.length > 0;
}
