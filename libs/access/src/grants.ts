import type { Principal, RoleGrant } from '@property-office/contracts';
import { permissionOf, type OperationKey } from './permissions';

/** A role that counts for an operation: the principal's own, or one of a person they are deputy of. */
export interface CountingGrant extends RoleGrant {
  forPersonId?: string;
}

/**
 * Every role a principal may do an operation with, their own before those of others (G1). A deputy may what the roles of
 * the other person may on a whole site; what is a person's own stays with that person, and what is done in person is done
 * for nobody. The one place where a delegation becomes a right.
 */
export function grantsFor(principal: Principal, operation: OperationKey): readonly CountingGrant[] {
  const { deputyships = [], roles } = principal;
  const { inPerson, site } = permissionOf(operation);
  if (inPerson || deputyships.length === 0) return roles;
  return [
    ...roles,
    ...deputyships.flatMap(({ forPersonId, roles: lent }) =>
      lent.filter(({ role }) => site.includes(role)).map((grant) => ({ ...grant, forPersonId })),
    ),
  ];
}

/** Of those, the ones with every object of their site in sight. */
export function wideGrants(principal: Principal, operation: OperationKey): readonly CountingGrant[] {
  const { site } = permissionOf(operation);
  return grantsFor(principal, operation).filter(({ role }) => site.includes(role));
}
