import type { Principal, Role, RoleGrant } from '@property-office/contracts';

/** A resident is one by being tied to a home; the role is never given by itself. */
export const grantableRoles = [
  'desk',
  'desk-lead',
  'clerk',
  'technician',
  'crew-lead',
  'duty-officer',
  'department-head',
  'director',
  'company',
  'operator',
  'importer',
] as const satisfies readonly Role[];
export type GrantableRole = (typeof grantableRoles)[number];

/** Roles of the whole company only. */
export const companyWideRoles: readonly Role[] = ['company', 'operator'];

const belowDirector: Role[] = [
  'resident',
  'desk',
  'desk-lead',
  'clerk',
  'technician',
  'crew-lead',
  'duty-officer',
  'department-head',
];

/**
 * Whose power a role may give, take or take over (a new password is a way into somebody's account): never one that
 * reaches further than its own.
 */
const authority: Partial<Record<Role, readonly Role[]>> = {
  operator: ['resident', ...grantableRoles],
  company: ['resident', ...grantableRoles.filter((role) => role !== 'operator')],
  director: belowDirector,
  importer: belowDirector,
  'desk-lead': ['resident', 'desk', 'clerk'],
};

/** Power is given by somebody else: neither a role nor a part of another person's is taken for oneself, whoever one is (G1). */
export function isForOneself(principal: Principal, personId: string): boolean {
  return personId === principal.personId;
}

/** The principal has authority over the role where it is held: there, or in the whole company. */
export function mayGive(principal: Principal, { role, siteId }: RoleGrant): boolean {
  return principal.roles.some(
    (own) => (own.siteId === null || own.siteId === siteId) && (authority[own.role]?.includes(role) ?? false),
  );
}

/** The principal has authority over everything somebody is today. */
export function mayManage(principal: Principal, held: readonly RoleGrant[]): boolean {
  return held.every((grant) => mayGive(principal, grant));
}
