import { barring, onDuty, readStanding, type Standing } from '@property-office/deadlines';
import type { Role } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';

/** What a leader is to say something about. */
export interface LedDocument {
  id: string;
  siteId: string;
  confidentiality: string;
}

/** Nobody of these serves, and nobody in their place. */
export function withoutThem(standing: Standing, people: readonly string[]): Standing {
  return { ...barring(standing, (personId) => people.includes(personId)), roles: standing.roles.filter(({ personId }) => !people.includes(personId)) };
}

/**
 * Whom a document waits for that a leader is to decide on, approve or sign, in turn (G1): the directors of its site, of each
 * who is away the deputy; where there is none, the company, of a confidential document those of it who are named in it; and
 * where nobody is there at all, the directors who are away: they come back.
 * @param but nobody of these, nor anybody in their place
 */
export async function leadersOf(tx: Transaction, { id, siteId, confidentiality }: LedDocument, but: readonly string[] = []): Promise<string[]> {
  const standing = withoutThem(await readStanding(tx, siteId), but);
  const there = (role: Role) => onDuty(standing, role, tx.now).map(({ personId }) => personId);
  const directors = there('director');
  if (directors.length > 0) return directors.toSorted();
  const company = confidentiality === 'confidential' ? await namedIn(tx, id, there('company')) : there('company');
  if (company.length > 0) return company.toSorted();
  const away = standing.roles.flatMap(({ role, personId }) => (role === 'director' && !standing.gone.has(personId) ? [personId] : []));
  return [...new Set(away)].toSorted();
}

async function namedIn(tx: Transaction, documentId: string, people: string[]): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(
    `SELECT DISTINCT substr(subject, 8) AS person_id FROM object_access
     WHERE object_id = $1 AND subject = ANY ($2) AND (until IS NULL OR until > $3)`,
    [documentId, people.map((personId) => `person:${personId}`), tx.now],
  );
  return rows.map((row) => row.person_id);
}
