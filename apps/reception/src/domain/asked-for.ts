import type { CaseVisibilityAsked, Principal } from '@property-office/contracts';

/** Somebody, as another service is asked in their name: without whose deputy they are. */
export function askedFor({ personId, crews, homes, roles }: Principal): CaseVisibilityAsked['principal'] {
  return { personId, crews, homes, roles: roles.map(({ role, siteId }) => ({ role, ...(siteId !== null && { siteId }) })) };
}
