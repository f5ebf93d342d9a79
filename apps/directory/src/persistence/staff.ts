import { wideGrants, type OperationKey } from '@property-office/access';
import type { Actor, Principal, RoleGrant } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { actorOf } from '../acting/actor-of';
import { sightOf } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import type { Span } from '../domain/span';
import { isStaff, leadsPerson } from '../domain/staff-authority';
import { lockReferredPerson } from './people';
import { Person } from './person.entity';
import { rolesOfPerson } from './roles-of-person';

export interface LockedColleague {
  person: Person;
  /** Today and to come, residents left out. */
  roles: RoleGrant[];
  actor: Actor;
}

/**
 * Locks oneself, where the operation is about one's own, or somebody whose work the principal arranges: led by a role of theirs, or below them in the line of
 * superiors.
 * @throws reference-unknown (400) at the pointer, beyond-authority (403), not-staff (409)
 */
export async function lockColleague(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  personId: string,
  pointer?: string,
): Promise<LockedColleague> {
  if (personId === principal.personId && sightOf(principal, operation).own)
    return lockOneself(tx, principal, operation);
  const { person, actor } = await lockReferredPerson(tx, principal, operation, personId, pointer);
  const roles = await staffRolesOf(tx, personId);
  if (roles.length === 0) throw directoryErrors.notStaff();
  const theirs =
    leadsPerson(wideGrants(principal, operation), roles) ||
    (await isBelow(tx, personId, principal.personId));
  if (!theirs && actor.role !== 'system') throw directoryErrors.beyondAuthority();
  return { person, roles, actor };
}

async function lockOneself(tx: Transaction, principal: Principal, operation: OperationKey): Promise<LockedColleague> {
  const { personId: id } = principal;
  const person = await tx.manager.findOne(Person, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!person) throw directoryErrors.personUnknown();
  const siteId = principal.roles.find(isStaff)?.siteId ?? null;
  return { person, roles: await staffRolesOf(tx, id), actor: actorOf(principal, operation, siteId) };
}

/** What somebody is on the staff, today and to come. */
export async function staffRolesOf(tx: Transaction, personId: string): Promise<RoleGrant[]> {
  return (await rolesOfPerson(tx, personId)).filter(isStaff);
}

/** Holds the role on the site, or company-wide, for all of a span. */
export async function holdsThroughout(
  tx: Transaction,
  personId: string,
  { role, siteId }: RoleGrant,
  { from, until }: Span,
): Promise<boolean> {
  const found = await tx.query(
    `SELECT 1 FROM role_grant WHERE person_id = $1 AND role = $2 AND (site_id IS NULL OR site_id = $3)
       AND tstzrange(starts_at, ends_at) @> tstzrange($4, $5) LIMIT 1`,
    [personId, role, siteId, from, until],
  );
  return found.length > 0;
}

/** Away for some part of a span. */
export async function isAway(tx: Transaction, personId: string, { from, until }: Span): Promise<boolean> {
  const found = await tx.query(
    `SELECT 1 FROM absence WHERE person_id = $1 AND tstzrange(starts_at, ends_at) && tstzrange($2, $3) LIMIT 1`,
    [personId, from, until],
  );
  return found.length > 0;
}

/** Somebody's superior today is the other person, or answers to them. */
export async function isBelow(tx: Transaction, personId: string, otherId: string): Promise<boolean> {
  const found = await tx.query(
    `WITH RECURSIVE above AS (
       SELECT superior_id FROM superior WHERE person_id = $1 AND tstzrange(starts_at, ends_at) @> $3::timestamptz
       UNION SELECT s.superior_id FROM superior s JOIN above a ON s.person_id = a.superior_id
       WHERE tstzrange(s.starts_at, s.ends_at) @> $3::timestamptz)
     SELECT 1 FROM above WHERE superior_id = $2`,
    [personId, otherId, tx.now],
  );
  return found.length > 0;
}

/** Locks several people in one order, so that two such changes never wait for each other. */
export async function lockPeople(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('SELECT 1 FROM person WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
}
