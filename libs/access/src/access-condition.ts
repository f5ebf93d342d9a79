import type { Principal } from '@property-office/contracts';
import { grantsFor, wideGrants } from './grants';
import { permissionOf, type OperationKey } from './permissions';

/** `act` includes `read`. */
export type Right = 'read' | 'act';

export interface AccessTarget {
  operation: OperationKey;
  right: Right;
  /** SQL of the object's id (uuid), e.g. `r.id`. From code, never from input. */
  objectColumn: string;
  /** SQL of the object's site (uuid), e.g. `r.site_id`. */
  siteColumn: string;
  /** The number of the first placeholder; the caller's own parameters come before it. */
  firstParam?: number;
}

export interface SqlFragment {
  sql: string;
  params: unknown[];
}

/** Everything an `object_access` row may name to mean this person. */
export function subjectsOf(principal: Pick<Principal, 'personId' | 'crews' | 'homes'>): string[] {
  return [
    `person:${principal.personId}`,
    ...principal.crews.map((id) => `crew:${id}`),
    ...principal.homes.map((id) => `home:${id}`),
  ];
}

/**
 * The condition every query over objects carries: the row's site is one where the principal, or somebody whose deputy
 * they are, holds a role with the whole site in sight, or the object is tied to the principal, a crew or a home of theirs, and that has not ended;
 * to a deputy themselves also where the role is not theirs. A principal for whom neither can hold sees nothing. Put it in parentheses as it is: it is one boolean expression.
 */
export function accessCondition(principal: Principal, target: AccessTarget): SqlFragment {
  const first = target.firstParam ?? 1;
  const { own, who, withoutRole } = permissionOf(target.operation);
  const wide = wideGrants(principal, target.operation);
  if (wide.some((grant) => grant.siteId === null)) return { sql: 'TRUE', params: [] };
  const params: unknown[] = [];
  const next = (value: unknown): string => `$${first + params.push(value) - 1}`;
  const alternatives: string[] = [];
  const sites = [...new Set(wide.map((grant) => grant.siteId))];
  if (sites.length > 0) alternatives.push(`${target.siteColumn} = ANY(${next(sites)}::uuid[])`);
  const roleless = principal.roles.length === 0;
  const personal =
    (roleless ? withoutRole : who === 'signed-in') ||
    principal.roles.some((grant) => own.includes(grant.role));
  // What somebody is given as the deputy of a role that is given such things (G1): by name, not with their crew or home.
  const asDeputy = !personal && grantsFor(principal, target.operation).some((grant) => own.includes(grant.role));
  if (personal || asDeputy) {
    const subjects = roleless || asDeputy ? [`person:${principal.personId}`] : subjectsOf(principal);
    alternatives.push(
      `EXISTS (SELECT 1 FROM object_access oa WHERE oa.object_id = ${target.objectColumn}` +
        ` AND oa.subject = ANY(${next(subjects)}::text[]) AND oa."right" = ANY(${next(including(target.right))}::text[])` +
        ` AND (oa.until IS NULL OR oa.until > platform.now()))`,
    );
  }
  return alternatives.length > 0
    ? { sql: `(${alternatives.join(' OR ')})`, params }
    : { sql: 'FALSE', params: [] };
}

function including(right: Right): Right[] {
  return right === 'read' ? ['read', 'act'] : ['act'];
}
