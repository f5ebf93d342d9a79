import type { Role } from '@property-office/contracts';
import { onDuty, readStanding, whoLeft, type Standing } from '@property-office/deadlines';
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
  return freeOf(await standingHere(tx, siteId), ['director', 'company'], tx.now, excluded).length > 0;
}

/** The directors of other sites who are there and had no part in it. */
export async function directorsElsewhere(tx: Transaction, { siteId }: FollowUp, excluded: ReadonlySet<string>): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT r.person_id FROM office_role r WHERE r.role = 'director' AND r.site_id <> $1
       AND r.from_at <= $2 AND (r.until_at IS NULL OR r.until_at > $2)
       AND NOT EXISTS (SELECT 1 FROM office_absence a WHERE a.person_id = r.person_id AND a.from_at <= $2 AND (a.until_at IS NULL OR a.until_at > $2))
     ORDER BY 1`,
    [siteId, tx.now],
  );
  const left = await whoLeft(tx);
  return rows.map((row) => row.person_id).filter((personId) => !excluded.has(personId) && !left.has(personId));
}

/** Whether they can do nothing here any more: their account is closed, or they hold no role. Who is away comes back. */
export async function hasGone(tx: Transaction, personId: string): Promise<boolean> {
  if ((await whoLeft(tx)).has(personId)) return true;
  const held = await tx.query('SELECT 1 FROM office_role WHERE person_id = $1 AND from_at <= $2 AND (until_at IS NULL OR until_at > $2) LIMIT 1', [personId, tx.now]);
  return held.length === 0;
}

/** Of the site's leads and duty officers those who are on duty and had no part in it, or else of its desk. */
export async function othersOfSite(tx: Transaction, { siteId }: FollowUp, excluded: ReadonlySet<string>): Promise<string[]> {
  const standing = await standingHere(tx, siteId);
  for (const roles of [['desk-lead', 'duty-officer'], ['desk']] as const) {
    const free = freeOf(standing, roles, tx.now, excluded);
    if (free.length > 0) return free;
  }
  return [];
}

/** Whoever left is away for good: nothing is left with them, and nobody is kept from it by a deputy who left. */
async function standingHere(tx: Transaction, siteId: string): Promise<Standing> {
  const standing = await readStanding(tx, siteId);
  const gone = [...(await whoLeft(tx))].map((personId) => ({ personId, from: new Date(0), until: null }));
  return { ...standing, absences: [...standing.absences, ...gone] };
}

/** Who is asked in these roles and may do it: a deputy of somebody who may not, may not either. */
function freeOf(standing: Standing, roles: readonly Role[], at: Date, excluded: ReadonlySet<string>): string[] {
  const asked = roles.flatMap((role) => onDuty(standing, role, at));
  const free = asked.filter(({ personId, forPersonId }) => !excluded.has(personId) && !(forPersonId !== null && excluded.has(forPersonId)));
  return [...new Set(free.map(({ personId }) => personId))].toSorted();
}
