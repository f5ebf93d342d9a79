import type { OperationKey } from '@property-office/access';
import type { Actor, Principal } from '@property-office/contracts';
import { DomainError } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../acting/actor-of';
import { sightOf } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import { Person } from './person.entity';

/** A person locked until COMMIT, and who acts on them in which role. */
export interface LockedPerson {
  person: Person;
  actor: Actor;
}

/**
 * Locks a person in sight: one known on a site of the principal's, or the principal itself where the operation allows.
 * What belongs to a person (ties, roles, memberships, account) is changed under this lock.
 * @throws person-unknown (404)
 */
export async function lockPerson(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  id: string,
): Promise<LockedPerson> {
  const { sites, own } = sightOf(principal, operation);
  const person = await tx.manager.findOne(Person, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!person) throw directoryErrors.personUnknown();
  if (sites === null) return { person, actor: actorOf(principal, operation, null) };
  const [shared] = await tx.query<{ site_id: string }>(
    'SELECT site_id FROM person_site WHERE person_id = $1 AND site_id = ANY($2) ORDER BY site_id LIMIT 1',
    [id, sites],
  );
  if (shared) return { person, actor: actorOf(principal, operation, shared.site_id) };
  if (own && id === principal.personId) return { person, actor: { personId: id, role: 'resident' } };
  throw directoryErrors.personUnknown();
}

/**
 * Locks a person named in a body.
 * @throws reference-unknown (400) at the pointer
 */
export async function lockReferredPerson(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  personId: string,
  pointer = '/personId',
): Promise<LockedPerson> {
  try {
    return await lockPerson(tx, principal, operation, personId);
  } catch (error) {
    throw error instanceof DomainError && error.spec.kind === 'not-found'
      ? directoryErrors.referenceUnknown(pointer)
      : error;
  }
}

/** From now on the staff of the site know the person. */
export function introduce(tx: Transaction, personId: string, siteId: string): void {
  tx.send('INSERT INTO person_site (person_id, site_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    personId,
    siteId,
  ]);
}

/** The sites on which a person is known. */
export async function sitesOfPerson(tx: Transaction, personId: string): Promise<string[]> {
  const rows = await tx.query<{ site_id: string }>('SELECT site_id FROM person_site WHERE person_id = $1', [
    personId,
  ]);
  return rows.map((row) => row.site_id);
}
