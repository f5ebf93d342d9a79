import { dutyRoles, type Role, type RoleGrant } from '@property-office/contracts';

/** Roles in which somebody works for the office; who keeps the system or lives here is none of it. */
export const staffRoles: readonly Role[] = [...dutyRoles, 'company'];

const belowDirector: readonly Role[] = dutyRoles.filter((role) => role !== 'director');

/** Whose duty, absence and superior somebody arranges by their own role on the site. Nobody arranges for a peer. */
const leads: Partial<Record<Role, readonly Role[]>> = {
  company: dutyRoles,
  director: belowDirector,
  'department-head': ['technician', 'crew-lead', 'duty-officer'],
  'desk-lead': ['desk', 'clerk'],
  'crew-lead': ['technician'],
};

export function isStaff({ role }: Pick<RoleGrant, 'role'>): boolean {
  return staffRoles.includes(role);
}

/** One of these roles leads the other where that is held. */
export function leadsRole(own: readonly RoleGrant[], { role, siteId }: RoleGrant): boolean {
  return own.some(
    (each) =>
      (each.siteId === null || each.siteId === siteId) && (leads[each.role]?.includes(role) ?? false),
  );
}

/** Everything somebody is on the staff is led by one of these roles. Who is not on the staff is led by nobody. */
export function leadsPerson(own: readonly RoleGrant[], held: readonly RoleGrant[]): boolean {
  const working = held.filter(isStaff);
  return working.length > 0 && working.every((grant) => leadsRole(own, grant));
}
