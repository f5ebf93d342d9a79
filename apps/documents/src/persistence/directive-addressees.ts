import type { Role } from '@property-office/contracts';
import { hasLeft } from '@property-office/deadlines';
import type { Database, Transaction } from '@property-office/persistence';
import type { Addressee, RoleHolder } from '../domain/addressees';
import type { Directive } from './directive.entity';

/** Somebody a directive is addressed to, and how far they are. */
export interface KeptAddressee extends Addressee {
  toldAt: Date;
  reminders: number;
  lastRemindedAt: Date | null;
  acknowledgedAt: Date | null;
}

interface AddresseeRow extends Record<string, unknown> {
  person_id: string;
  role: Role | null;
  told_at: Date;
  reminders: number;
  last_reminded_at: Date | null;
  acknowledged_at: Date | null;
}

/** Who holds one of these roles on a site today and can still sign in. */
export async function holdersOfRoles(tx: Transaction, siteId: string, roles: readonly Role[]): Promise<RoleHolder[]> {
  const rows = await tx.query<{ person_id: string; role: Role }>(
    `SELECT DISTINCT r.person_id, r.role FROM office_role r
     WHERE r.role = ANY ($1) AND (r.site_id IS NULL OR r.site_id = $2) AND r.from_at <= $3 AND (r.until_at IS NULL OR r.until_at > $3)
       AND NOT ${hasLeft('r.person_id')}
     ORDER BY r.role, r.person_id`,
    [roles, siteId, tx.now],
  );
  return rows.map((row) => ({ personId: row.person_id, role: row.role }));
}

export function addAddressees(tx: Transaction, { id }: Directive, addressees: readonly Addressee[]): void {
  tx.send(
    `INSERT INTO directive_addressee (directive_id, person_id, role, told_at)
     SELECT $1, person_id, role, $4 FROM unnest($2::uuid[], $3::text[]) AS addressed (person_id, role)`,
    [id, addressees.map(({ personId }) => personId), addressees.map(({ role }) => role), tx.now],
  );
}

/** Everybody a directive is addressed to, in the order of their ids. */
export async function addresseesOfDirective(of: Transaction | Database, id: string): Promise<KeptAddressee[]> {
  const rows = await of.query<AddresseeRow>(
    'SELECT person_id, role, told_at, reminders, last_reminded_at, acknowledged_at FROM directive_addressee WHERE directive_id = $1 ORDER BY person_id',
    [id],
  );
  return rows.map((row) => ({
    personId: row.person_id,
    role: row.role,
    toldAt: row.told_at,
    reminders: row.reminders,
    lastRemindedAt: row.last_reminded_at,
    acknowledgedAt: row.acknowledged_at,
  }));
}

export function markAcknowledged(tx: Transaction, id: string, personId: string, at: Date): void {
  tx.send('UPDATE directive_addressee SET acknowledged_at = $3 WHERE directive_id = $1 AND person_id = $2 AND acknowledged_at IS NULL', [id, personId, at]);
}

/** Notes who of them was reminded; whoever else was told of a level is none of them. */
export function markReminded(tx: Transaction, id: string, personIds: readonly string[]): void {
  tx.send(
    `UPDATE directive_addressee SET reminders = reminders + 1, last_reminded_at = $3
     WHERE directive_id = $1 AND person_id = ANY ($2::uuid[]) AND acknowledged_at IS NULL`,
    [id, personIds, tx.now],
  );
}
