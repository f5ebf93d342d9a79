import type { DelegationKind, Role } from '@property-office/contracts';
import { barring, kindsOfRole, readStanding, standingIn } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';
import { holdersOf } from './audience';

/**
 * Of these people whoever is there, and of who is away the deputy: what waits for them is heard at once by those whom an
 * escalation would ask (G1, G5).
 * @param kinds which deputies may do what is asked
 * @param but nobody of these in anybody's place
 */
export async function thereOf(
  tx: Transaction,
  siteId: string,
  people: readonly string[],
  kinds: readonly DelegationKind[],
  but: readonly string[] = [],
): Promise<string[]> {
  if (people.length === 0) return [];
  const standing = barring(await readStanding(tx, siteId), (personId) => but.includes(personId));
  return standingIn(standing, people, tx.now, kinds).map(({ personId }) => personId);
}

/** As `thereOf`, of whoever holds one of the roles on a site: by deputies who may act in it. Nobody of `but`, nor anybody in their place. */
export async function thereIn(tx: Transaction, roles: readonly Role[], siteId: string, but: readonly string[] = []): Promise<string[]> {
  const found = new Set<string>();
  for (const role of roles) {
    const holders = (await holdersOf(tx, [role], siteId)).filter((personId) => !but.includes(personId));
    for (const personId of await thereOf(tx, siteId, holders, kindsOfRole(role), but)) found.add(personId);
  }
  return [...found];
}

/** Whom something waits for that the holders of these roles are to do: as `thereIn`; all of them where nobody is there, since they come back. */
export async function askedIn(tx: Transaction, roles: readonly Role[], siteId: string, but: readonly string[] = []): Promise<string[]> {
  const there = await thereIn(tx, roles, siteId, but);
  return there.length > 0 ? there : (await holdersOf(tx, [...roles], siteId)).filter((personId) => !but.includes(personId));
}

/** Who approves on a site what these people had a hand in: its directors, and in the place of who is away or one of them who decides for them; where nobody of the site may, the company (G1). */
export async function approversIn(tx: Transaction, siteId: string, hands: readonly string[]): Promise<string[]> {
  const directors = await thereIn(tx, ['director'], siteId, hands);
  return directors.length > 0 ? directors : thereIn(tx, ['company'], siteId, hands);
}

/** Of whom an event may name: nobody where nobody stood in for another, or has decided yet. */
export function peopleNamed(...people: ReadonlyArray<string | null | undefined>): string[] {
  return people.flatMap((personId) => personId ?? []);
}
