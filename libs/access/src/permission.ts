import type { Role } from '@property-office/contracts';

/**
 * Who may do one operation.
 * - `public`: without a session.
 * - `signed-in`: every session of somebody who holds a role; the operation touches only what is the person's own.
 * - `roles`: the roles of `site` on every object of a site where they are held, the roles of `own` only on objects
 *   that `object_access` ties to the person, crew or home.
 */
export interface Permission {
  who: 'public' | 'signed-in' | 'roles';
  site: readonly Role[];
  own: readonly Role[];
  /**
   * Own things also for somebody who holds no role today: who has moved out keeps their own words, and who is tied to no
   * home yet may claim one and nothing else (W2.6).
   */
  withoutRole: boolean;
  /** What nobody does for somebody else: it gives or takes the power over people, accounts or the system itself. */
  inPerson?: true;
}

export const anybody: Permission = { who: 'public', site: [], own: [], withoutRole: true };
export const signedIn: Permission = { who: 'signed-in', site: [], own: [], withoutRole: false };
export const anyAccount: Permission = { ...signedIn, withoutRole: true };

export function may(roles: {
  site?: readonly Role[];
  own?: readonly Role[];
  withoutRole?: boolean;
}): Permission {
  const { site = [], own = [], withoutRole = false } = roles;
  return { who: 'roles', site, own, withoutRole };
}

export function inPerson(permission: Permission): Permission {
  return { ...permission, inPerson: true };
}

/** The roles that may do it at all, whatever the object. Empty for `public` and `signed-in`. */
export function rolesOf(permission: Permission): readonly Role[] {
  return [...new Set([...permission.site, ...permission.own])];
}
