import type { Principal } from '@property-office/contracts';
import { grantsFor, wideGrants, type CountingGrant } from './grants';
import { lendersOf, notHidden, subjectsOfLender } from './lenders';
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
  /**
   * SQL of what may be hidden from somebody (`object_shield`) where that is not the object itself, e.g. what it became: an id, or
   * `ANY (…)` of several. What is hidden from whose deputy somebody is they see by their own rights alone (W2.3).
   */
  hiddenColumns?: readonly string[];
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
 * to a deputy themselves also where the role is not theirs. What somebody lends does not reach what is hidden from them (W2.3). A principal for whom neither can hold sees nothing. Put it in parentheses as it is: it is one boolean expression.
 */
export function accessCondition(principal: Principal, target: AccessTarget): SqlFragment {
  const params: unknown[] = [];
  const next = (value: unknown): string => `$${(target.firstParam ?? 1) + params.push(value) - 1}`;
  const { own, who, withoutRole } = permissionOf(target.operation);
  const wide = wideGrants(principal, target.operation);
  const ofOwn = wide.filter(({ forPersonId }) => forPersonId === undefined);
  if (ofOwn.some((grant) => grant.siteId === null)) return { sql: 'TRUE', params: [] };
  const roleless = principal.roles.length === 0;
  const personal =
    (roleless ? withoutRole : who === 'signed-in') ||
    principal.roles.some((grant) => own.includes(grant.role));
  const tied = (subjects: string[]): string =>
    `EXISTS (SELECT 1 FROM object_access oa WHERE oa.object_id = ${target.objectColumn}` +
    ` AND oa.subject = ANY(${next(subjects)}::text[]) AND oa."right" = ANY(${next(including(target.right))}::text[])` +
    ` AND (oa.until IS NULL OR oa.until > platform.now()))`;
  const ownSites = new Set(ofOwn.map(({ siteId }) => siteId));
  const alternatives = onSites(ofOwn, target.siteColumn, next);
  if (personal) alternatives.push(tied(roleless ? [`person:${principal.personId}`] : subjectsOf(principal)));
  for (const lender of lendersOf(principal)) {
    const lent = grantsFor(principal, target.operation).filter(({ forPersonId }) => forPersonId === lender.forPersonId);
    // Of a site that is in their sight anyway nothing more has to be asked.
    const through = onSites(wide.filter(({ forPersonId, siteId }) => forPersonId === lender.forPersonId && !ownSites.has(siteId)), target.siteColumn, next);
    // What somebody is given as the deputy of a role that is given such things (G1): by name, not with their crew or home.
    if (!personal && lent.some(({ role }) => own.includes(role))) through.push(tied([`person:${principal.personId}`]));
    if (through.length === 0) continue;
    const subjects = next(subjectsOfLender(lender));
    const shown = (target.hiddenColumns ?? [target.objectColumn]).map((column) => notHidden(column, subjects));
    alternatives.push(`((${through.join(' OR ')}) AND ${shown.join(' AND ')})`);
  }
  return alternatives.length > 0
    ? { sql: `(${alternatives.join(' OR ')})`, params }
    : { sql: 'FALSE', params: [] };
}

/**
 * Where the objects in somebody's sight can be at all: on a site of theirs, or tied to them in any way. Wider than `accessCondition`, and beside it, not
 * in its place: an index answers it, so that somebody who sees few of many does not look through all of them.
 * @returns undefined: anywhere
 */
export function reachCondition(principal: Principal, { operation, objectColumn, siteColumn, firstParam = 1 }: Pick<AccessTarget, 'operation' | 'objectColumn' | 'siteColumn' | 'firstParam'>): SqlFragment | undefined {
  const sites = new Set(wideGrants(principal, operation).map(({ siteId }) => siteId));
  if (sites.has(null)) return undefined;
  const tied = `SELECT oa.object_id FROM object_access oa WHERE oa.subject = ANY($${firstParam + 1}::text[])`;
  return { sql: `(${siteColumn} = ANY($${firstParam}::uuid[]) OR ${objectColumn} = ANY(ARRAY(${tied})))`, params: [[...sites], subjectsOf(principal)] };
}

/** Everywhere, or on the sites of these grants; nothing where there are none. */
function onSites(grants: readonly CountingGrant[], siteColumn: string, next: (value: unknown) => string): string[] {
  if (grants.some(({ siteId }) => siteId === null)) return ['TRUE'];
  const sites = [...new Set(grants.map(({ siteId }) => siteId))];
  return sites.length > 0 ? [`${siteColumn} = ANY(${next(sites)}::uuid[])`] : [];
}

function including(right: Right): Right[] {
  return right === 'read' ? ['read', 'act'] : ['act'];
}
