import { actorFor, wideGrants } from '@property-office/access';
import type { Act, CommandContext } from '@property-office/service-kit';

/** What the director of a site decides, done by them or by their deputy; undefined where somebody is neither. */
export function asDirector({ principal, operation }: CommandContext, act: Act, siteId: string): Act | undefined {
  const held = wideGrants(principal, operation).some((grant) => grant.role === 'director' && (grant.siteId === null || grant.siteId === siteId));
  return held ? { ...act, actor: actorFor(principal, operation, siteId, ['director']) } : undefined;
}
