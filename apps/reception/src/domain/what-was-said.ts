import type { Principal } from '@property-office/contracts';
import { rolesOn } from './roles-on';

/**
 * Who hears what somebody told the desk of a visitor, and sees what they sent with it: the staff of the site, and a host who said it themselves. Whoever
 * called need not be the host, who is asked whether they expect the visitor and nothing else (G7).
 */
export function hearsWhatWasSaid(reader: Principal, { siteId, hostId, toldByHost }: { siteId: string; hostId: string; toldByHost: boolean }): boolean {
  const works = [...rolesOn(reader, siteId)].some((role) => role !== 'resident');
  return works || (toldByHost && reader.personId === hostId);
}
