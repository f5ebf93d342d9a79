import type { Actor, Role } from '@property-office/contracts';

/** Roles of people who work in the office; the others are its residents and what keeps its records. */
export const staffRoles: readonly Role[] = ['desk', 'desk-lead', 'clerk', 'technician', 'crew-lead', 'duty-officer', 'department-head', 'director', 'company'];

/** Who keeps the papers of the office, whether or not they are named in one. */
export function isOffice({ role }: Actor): boolean {
  return role === 'clerk' || role === 'director';
}
