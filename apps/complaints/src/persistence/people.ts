import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/** Own copies of who belongs to which crew and answers for whom, and that of libs/deadlines of which staff holds which role: ids only. */

const heldNow = '(r.site_id IS NULL OR r.site_id = $2) AND r.from_at <= $3 AND (r.until_at IS NULL OR r.until_at > $3)';

/** The roles somebody of the staff holds on a site now; none for residents. */
export async function staffRolesOf(tx: Transaction, personId: string, siteId: string): Promise<Role[]> {
  const rows = await tx.query<{ role: Role }>(
    `SELECT DISTINCT r.role FROM office_role r WHERE r.person_id = $1 AND ${heldNow}`,
    [personId, siteId, tx.now],
  );
  return rows.map(({ role }) => role);
}

/** As `staffRolesOf`; somebody of another site acts on a case as the director they are there (G1). */
export async function rolesActedIn(tx: Transaction, personId: string, siteId: string): Promise<Role[]> {
  const held = await staffRolesOf(tx, personId, siteId);
  return held.length === 0 && (await directorsElsewhere(tx, siteId)).includes(personId) ? ['director'] : held;
}

/** Whether one of them is a director of the site: such a complaint is the company's (R1.4). */
export async function isAnyDirector(tx: Transaction, personIds: readonly string[], siteId: string): Promise<boolean> {
  for (const personId of personIds) if ((await staffRolesOf(tx, personId, siteId)).includes('director')) return true;
  return false;
}

/** Who holds one of the roles on a site now, whoever has held it longest first; those of the site before the company's. */
export async function holdersOf(tx: Transaction, roles: readonly Role[], siteId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT r.person_id FROM office_role r WHERE r.role = ANY ($1) AND ${heldNow}
     GROUP BY r.person_id ORDER BY bool_and(r.site_id IS NULL), min(r.from_at), r.person_id`,
    [roles, siteId, tx.now],
  );
  return rows.map((row) => row.person_id);
}

/** The directors of other sites, whoever has been one longest first: one of them is the second person a site lacks (G1). */
export async function directorsElsewhere(tx: Transaction, siteId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT r.person_id FROM office_role r WHERE r.role = 'director' AND r.site_id <> $1 AND r.from_at <= $2 AND (r.until_at IS NULL OR r.until_at > $2)
     GROUP BY r.person_id ORDER BY min(r.from_at), r.person_id`,
    [siteId, tx.now],
  );
  return rows.map((row) => row.person_id);
}

/** The crews that people belong to now, or will: each once. */
export async function crewsOf(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ crew_id: string }>(
    'SELECT DISTINCT crew_id FROM crew_member WHERE person_id = ANY ($1) AND (ends_at IS NULL OR ends_at > $2)',
    [personIds, tx.now],
  );
  return rows.map((row) => row.crew_id);
}

/** Whether all of these are crews of the site. */
export async function areCrewsOf(tx: Transaction, crewIds: readonly string[], siteId: string): Promise<boolean> {
  if (crewIds.length === 0) return true;
  return (await tx.query('SELECT 1 FROM crew WHERE id = ANY ($1) AND site_id = $2', [crewIds, siteId])).length === crewIds.length;
}

/** Who answers for a person, nearest first. */
export async function superiorsOf(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx.query<{ superior_id: string }>(
    `WITH RECURSIVE above (superior_id, depth) AS (
       SELECT superior_id, 1 FROM superior WHERE person_id = $1 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2)
       UNION
       SELECT s.superior_id, a.depth + 1 FROM above a JOIN superior s ON s.person_id = a.superior_id
       WHERE a.depth < 10 AND s.starts_at <= $2 AND (s.ends_at IS NULL OR s.ends_at > $2))
     SELECT superior_id FROM above ORDER BY depth`,
    [personId, tx.now],
  );
  return [...new Set(rows.map((row) => row.superior_id))];
}

/** One at a time for each of these people: whoever complains about them, and whoever notes a crew of theirs. */
export async function lockPeople(tx: Transaction, personIds: readonly string[]): Promise<void> {
  for (const personId of [...personIds].sort())
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('complained about ' || $1::text, 0))`, [personId]);
}

/** Who of these the case is hidden from, themselves or through their crew. */
export async function hiddenAmong(tx: Transaction, caseId: string, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT p.person_id FROM unnest($2::uuid[]) AS p (person_id) WHERE EXISTS (
       SELECT 1 FROM object_shield s WHERE s.object_id = $1 AND (s.subject = 'person:' || p.person_id OR s.subject IN (
         SELECT 'crew:' || m.crew_id FROM crew_member m WHERE m.person_id = p.person_id AND (m.ends_at IS NULL OR m.ends_at > $3))))`,
    [caseId, personIds, tx.now],
  );
  return new Set(rows.map((row) => row.person_id));
}

/** Everybody from whom a case is hidden, themselves or through a crew they belong to now. */
export async function barredFrom(tx: Transaction, caseId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT substr(subject, 8) AS person_id FROM object_shield WHERE object_id = $1 AND subject LIKE 'person:%'
     UNION SELECT m.person_id::text FROM crew_member m JOIN object_shield s ON s.subject = 'crew:' || m.crew_id
     WHERE s.object_id = $1 AND (m.ends_at IS NULL OR m.ends_at > $2)`,
    [caseId, tx.now],
  );
  return rows.map((row) => row.person_id);
}

/** From whom a case is hidden by now. */
export async function hiddenFromOf(tx: Transaction, caseId: string): Promise<{ personIds: string[]; crewIds: string[] }> {
  const rows = await tx.query<{ subject: string }>('SELECT subject FROM object_shield WHERE object_id = $1 ORDER BY subject', [caseId]);
  const ids = (kind: string) => rows.filter(({ subject }) => subject.startsWith(kind)).map(({ subject }) => subject.slice(kind.length));
  return { personIds: ids('person:'), crewIds: ids('crew:') };
}
