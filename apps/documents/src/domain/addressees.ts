import type { Role } from '@property-office/contracts';

/** Somebody a directive is addressed to, and by which role where they were not named. */
export interface Addressee {
  personId: string;
  /** Null: by name. */
  role: Role | null;
}

/** The staff of a site as a directive finds it. */
export interface RoleHolder {
  personId: string;
  role: Role;
}

/** Who is to acknowledge: who is named, then who holds one of the roles today, each once; never who gives it. */
export function addresseesOf(named: readonly string[], holders: readonly RoleHolder[], giverIds: readonly string[]): Addressee[] {
  const found = new Map<string, Addressee>();
  const all: Addressee[] = [...named.map((personId) => ({ personId, role: null })), ...holders];
  for (const { personId, role } of all) if (!giverIds.includes(personId) && !found.has(personId)) found.set(personId, { personId, role });
  return [...found.values()];
}

/** Roles of those asked for that nobody but the giver holds: a directive to them would reach nobody. */
export function emptyRoles(roles: readonly Role[], holders: readonly RoleHolder[], giverIds: readonly string[]): Role[] {
  return roles.filter((role) => !holders.some((holder) => holder.role === role && !giverIds.includes(holder.personId)));
}
