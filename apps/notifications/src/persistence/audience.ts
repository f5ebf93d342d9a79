import type { RepairClass, Role } from '@property-office/contracts';
import { rowsStatement, type Transaction } from '@property-office/persistence';

export interface KnownRepair {
  id: string;
  siteId: string;
  number: string;
  reporterId: string | null;
  /** Null where it was not heard yet. */
  repairClass: RepairClass | null;
}

interface RepairRow {
  id: string;
  site_id: string;
  number: string;
  reporter_id: string | null;
  repair_class: RepairClass | null;
}

const keep = rowsStatement<RepairRow>(
  'repair_keep',
  `INSERT INTO repair (id, site_id, number, reporter_id, repair_class)
   SELECT * FROM json_to_recordset($1) AS kept (id uuid, site_id uuid, number text, reporter_id uuid, repair_class text)
   ON CONFLICT (id) DO UPDATE SET site_id = excluded.site_id, number = excluded.number, reporter_id = excluded.reporter_id,
     repair_class = excluded.repair_class, heard = true
   WHERE NOT repair.heard`,
  { key: ({ id }) => id },
);

export function keepRepair(tx: Transaction, { id, siteId, number, reporterId, repairClass }: KnownRepair): void {
  tx.gather(keep, { id, site_id: siteId, number, reporter_id: reporterId, repair_class: repairClass });
}

export async function repairOf(tx: Transaction, id: string): Promise<KnownRepair | undefined> {
  const [row] = await tx.query<Omit<RepairRow, 'id'>>(
    'SELECT site_id, number, reporter_id, repair_class FROM repair WHERE id = $1 AND heard',
    [id],
  );
  return row && { id, siteId: row.site_id, number: row.number, reporterId: row.reporter_id, repairClass: row.repair_class };
}

/** Something was heard that is about a request which is not known yet. Its row is locked until COMMIT, waiting for who holds it. */
export async function stubRepair(tx: Transaction, id: string, siteId: string): Promise<void> {
  await tx.query(
    `INSERT INTO repair (id, site_id, number, heard) VALUES ($1, $2, '', false) ON CONFLICT (id) DO UPDATE SET heard = repair.heard`,
    [id, siteId],
  );
}

/** Crew ids to who belongs to it now, as far as a transaction has asked. */
const membersKnown = {};

/** Who belongs to a crew now. Asked once in a transaction. */
export function membersOf(tx: Transaction, crewId: string): Promise<string[]> {
  const known = tx.remember(membersKnown, () => new Map<string, Promise<string[]>>());
  let members = known.get(crewId);
  if (!members) known.set(crewId, (members = readMembers(tx, crewId)));
  return members;
}

async function readMembers(tx: Transaction, crewId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM crew_member
     WHERE crew_id = $1 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)`,
    [crewId, tx.now],
  );
  return rows.map((row) => row.person_id);
}

/** Who holds one of the roles on a site now. */
export async function holdersOf(tx: Transaction, roles: Role[], siteId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM role_held
     WHERE role = ANY ($1) AND (site_id IS NULL OR site_id = $2) AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)`,
    [roles, siteId, tx.now],
  );
  return rows.map((row) => row.person_id);
}
