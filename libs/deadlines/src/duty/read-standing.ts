import type { DelegationKind, Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Standing } from './standing';
import { whoLeft } from './who-left';

interface SpanRow {
  from_at: Date;
  until_at: Date | null;
}

const now = 'from_at <= $1 AND (until_at IS NULL OR until_at > $1)';

/**
 * What the copies say of the people of a site at the time of the transaction: roles company-wide are held on every site. Who has left
 * (`whoLeft`) is known here, for everybody who asks whom something goes to.
 */
export async function readStanding(tx: Transaction, siteId: string): Promise<Standing> {
  const roles = await tx.query<SpanRow & { person_id: string; role: Role; site_id: string | null }>(
    `SELECT person_id, role, site_id, from_at, until_at FROM office_role WHERE (site_id IS NULL OR site_id = $2) AND ${now}`,
    [tx.now, siteId],
  );
  const duties = await tx.query<SpanRow & { person_id: string; role: Role }>(
    `SELECT person_id, role, from_at, until_at FROM office_duty WHERE site_id = $2 AND ${now}`,
    [tx.now, siteId],
  );
  const absences = await tx.query<SpanRow & { person_id: string }>(`SELECT person_id, from_at, until_at FROM office_absence WHERE ${now}`, [tx.now]);
  const delegations = await tx.query<SpanRow & { kind: DelegationKind; from_person_id: string; to_person_id: string; deputy: number }>(
    `SELECT kind, from_person_id, to_person_id, deputy, from_at, until_at FROM office_deputy WHERE ${now}`,
    [tx.now],
  );
  return {
    roles: roles.map((row) => ({ personId: row.person_id, role: row.role, siteId: row.site_id, ...span(row) })),
    duties: duties.map((row) => ({ personId: row.person_id, role: row.role, ...span(row) })),
    absences: absences.map((row) => ({ personId: row.person_id, ...span(row) })),
    delegations: delegations.map((row) => ({
      kind: row.kind,
      fromPersonId: row.from_person_id,
      toPersonId: row.to_person_id,
      order: row.deputy,
      ...span(row),
    })),
    gone: await whoLeft(tx),
  };
}

function span({ from_at: from, until_at: until }: SpanRow) {
  return { from, until };
}
