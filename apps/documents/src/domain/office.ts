import type { Actor } from '@property-office/contracts';

/** Who keeps the papers of the office, whether or not they are named in one. */
export function isOffice({ role }: Actor): boolean {
  return role === 'clerk' || role === 'director';
}
