import type { Role } from '@property-office/contracts';
import { barring, kindsOfRole, onDuty, readStanding, standingIn, whoLeft, type OnDuty, type Standing } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import type { FollowUp } from './follow-up.entity';

/** Who may not follow a complaint up: whoever handled it, and whoever it is about (G1, W2.3). */
export async function excludedFrom(tx: Transaction, { id, complaintId }: Pick<FollowUp, 'id' | 'complaintId'>): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT person_id::text FROM complaint_handler WHERE complaint_id = $1
     UNION SELECT substr(subject, 8) FROM object_shield WHERE object_id = $2 AND subject LIKE 'person:%'`,
    [complaintId, id],
  );
  return new Set(rows.map((row) => row.person_id));
}

/** Whether a director of the site or somebody of the company may do it now, themselves or by a deputy, neither of whom had a part in it. */
export async function isAnybodyLeft(tx: Transaction, { siteId }: FollowUp, excluded: ReadonlySet<string>): Promise<boolean> {
  return freeOf(await readStanding(tx, siteId), ['director', 'company'], tx.now, excluded).length > 0;
}

/**
 * The directors of other sites who are there and had no part in it; of who is away the deputy, who had none either (G1).
 */
export async function directorsElsewhere(tx: Transaction, { siteId }: FollowUp, excluded: ReadonlySet<string>): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT person_id FROM office_role WHERE role = 'director' AND site_id <> $1 AND from_at <= $2 AND (until_at IS NULL OR until_at > $2)`,
    [siteId, tx.now],
  );
  // Who is away, and who deputises, is the same on every site.
  const standing = barring(await readStanding(tx, siteId), (personId) => excluded.has(personId));
  const directors = rows.map((row) => row.person_id);
  return without(excluded, standingIn(standing, directors, tx.now, kindsOfRole('director')));
}

/** Whether they can do nothing here any more: their account is closed, or they hold no role. Who is away comes back. */
export async function hasGone(tx: Transaction, personId: string): Promise<boolean> {
  if ((await whoLeft(tx)).has(personId)) return true;
  const held = await tx.query('SELECT 1 FROM office_role WHERE person_id = $1 AND from_at <= $2 AND (until_at IS NULL OR until_at > $2) LIMIT 1', [personId, tx.now]);
  return held.length === 0;
}

/** Of the site's leads and duty officers those who are on duty and had no part in it, or else of its desk. */
export async function othersOfSite(tx: Transaction, { siteId }: FollowUp, excluded: ReadonlySet<string>): Promise<string[]> {
  const standing = await readStanding(tx, siteId);
  for (const roles of [['desk-lead', 'duty-officer'], ['desk']] as const) {
    const free = freeOf(standing, roles, tx.now, excluded);
    if (free.length > 0) return free;
  }
  return [];
}

/** Who is asked in these roles and may do it. */
function freeOf(standing: Standing, roles: readonly Role[], at: Date, excluded: ReadonlySet<string>): string[] {
  const others = barring(standing, (personId) => excluded.has(personId));
  return without(excluded, roles.flatMap((role) => onDuty(others, role, at)));
}

/** A deputy of somebody who may not, may not either. */
function without(excluded: ReadonlySet<string>, asked: readonly OnDuty[]): string[] {
  const free = asked.filter(({ personId, forPersonId }) => !excluded.has(personId) && !(forPersonId !== null && excluded.has(forPersonId)));
  return [...new Set(free.map(({ personId }) => personId))].toSorted();
}
