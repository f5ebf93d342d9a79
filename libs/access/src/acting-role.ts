import { companyWideSiteId, type Actor, type Principal, type Role } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import { accessErrors } from './errors';
import { grantsFor, type CountingGrant } from './grants';
import { rolesOf } from './permission';
import { permissionOf, type OperationKey } from './permissions';
import { roleNames } from './role-names';

/** From the strongest: the order in which a role is chosen for an act when several would do. */
const strength: readonly Role[] = [
  'company',
  'director',
  'department-head',
  'duty-officer',
  'desk-lead',
  'crew-lead',
  'desk',
  'clerk',
  'technician',
  'importer',
  'operator',
  'resident',
];

/** The principal holds one of the operation's roles somewhere: the guard's question, before any object is known. */
export function mayAtAll(principal: Principal, operation: OperationKey): boolean {
  const permission = permissionOf(operation);
  if (principal.roles.length === 0) return permission.withoutRole;
  if (permission.who !== 'roles') return true;
  const allowed = rolesOf(permission);
  return grantsFor(principal, operation).some((grant) => allowed.includes(grant.role));
}

/**
 * Who an act is recorded for and in which role (G1): the strongest the principal holds on the site among those the
 * operation names. A role of their own with the whole site in sight goes before one they have as somebody's deputy, of
 * which the actor says for whom; that goes before a role that reaches only their own things.
 * `among` narrows the choice, as when somebody on the staff acts as a resident of their own home, or a deputy decides what
 * waits for the director. It says nothing about the object: use `accessCondition` in the query for that.
 * @throws roleMayNot (403) when none fits, roleNotCompanyWide (403) for what is of the company
 */
export function actorFor(
  principal: Principal,
  operation: OperationKey,
  siteId: string,
  among?: readonly Role[],
): Actor {
  const { personId } = principal;
  const permission = permissionOf(operation);
  const held = heldOn(principal, operation, siteId).filter(({ role }) => among?.includes(role) ?? true);
  const inTurn = [
    held.filter((grant) => isOwn(grant) && permission.site.includes(grant.role)),
    held.filter((grant) => !isOwn(grant)),
    held,
  ];
  const grant = strongest(inTurn.find((grants) => grants.length > 0) ?? []);
  if (!grant) throw siteId === companyWideSiteId ? accessErrors.roleNotCompanyWide({ roles: namesOfRoles(operation) }) : roleMayNot(operation);
  const { role, forPersonId } = grant;
  return { personId, role, ...(forPersonId !== undefined && { forPersonId }) };
}

/** Somebody's deputy in what is theirs alone, in the strongest role they lend for it there ("X for Y", G1); undefined: no deputy of theirs. */
export function actorInNameOf(principal: Principal, operation: OperationKey, siteId: string, forPersonId: string): Actor | undefined {
  const grant = strongest(heldOn(principal, operation, siteId).filter((each) => each.forPersonId === forPersonId));
  return grant && { personId: principal.personId, role: grant.role, forPersonId };
}

/**
 * Whether `actorFor` finds a role there: for what a principal names and may not see, where a refusal of the role would tell
 * them that it exists.
 */
export function mayOn(principal: Principal, operation: OperationKey, siteId: string, among?: readonly Role[]): boolean {
  return heldOn(principal, operation, siteId).some(({ role }) => among?.includes(role) ?? true);
}

function heldOn(principal: Principal, operation: OperationKey, siteId: string): CountingGrant[] {
  const permission = permissionOf(operation);
  const allowed = permission.who === 'roles' ? rolesOf(permission) : strength;
  return grantsFor(principal, operation).filter(
    (grant) => (grant.siteId === null || grant.siteId === siteId) && allowed.includes(grant.role),
  );
}

/**
 * The site on which somebody holds the role they act in: that of the object, or, for what is tied to a second person of another
 * site (G1), that of `siteOfTie`. Whether it is tied to them `accessCondition` says.
 */
export function siteActedFrom(principal: Principal, operation: OperationKey, siteId: string): string {
  return mayOn(principal, operation, siteId) ? siteId : siteOfTie(principal, operation, siteId);
}

/**
 * The site where somebody holds a role that reaches their own things, for what is tied to them on a site where the role they
 * hold, or have as a deputy, would not do; or else another site where they have it as a deputy; that of the object where
 * they have none.
 */
export function siteOfTie(principal: Principal, operation: OperationKey, siteId: string): string {
  const { own } = permissionOf(operation);
  const reaches = (grant: CountingGrant): boolean => grant.siteId !== null && own.includes(grant.role);
  const lent = grantsFor(principal, operation).find((grant) => !isOwn(grant) && reaches(grant) && grant.siteId !== siteId);
  return (principal.roles.find(reaches) ?? lent)?.siteId ?? siteId;
}

/** What the guard says to somebody it does not let in. */
export function refusalFor(principal: Principal, operation: OperationKey) {
  return principal.roles.length === 0 ? accessErrors.homeFirst() : roleMayNot(operation);
}

/** The role of `actorFor`. @throws roleMayNot (403) */
export function actingRole(...asked: Parameters<typeof actorFor>): Role {
  return actorFor(...asked).role as Role;
}

const isOwn = ({ forPersonId }: CountingGrant): boolean => forPersonId === undefined;

function strongest(grants: readonly CountingGrant[]): CountingGrant | undefined {
  return [...grants].sort((one, other) => strength.indexOf(one.role) - strength.indexOf(other.role))[0];
}

export function roleMayNot(operation: OperationKey) {
  return accessErrors.roleMayNot({ roles: namesOfRoles(operation) });
}

function namesOfRoles(operation: OperationKey): Localized {
  const names = rolesOf(permissionOf(operation)).map((role) => roleNames[role]);
  return { zh: names.map((name) => name.zh).join('、'), en: names.map((name) => name.en).join(', ') };
}
