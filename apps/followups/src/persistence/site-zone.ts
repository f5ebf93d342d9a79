import { defaultTimeZone } from '@property-office/calendar';
import type { Transaction } from '@property-office/persistence';

/** IANA name of the zone a site is in; that of the office before the site itself was heard of. */
export async function zoneOf(tx: Transaction, siteId: string): Promise<string> {
  const [row] = await tx.query<{ time_zone: string }>('SELECT time_zone FROM office_site WHERE id = $1', [siteId]);
  return row?.time_zone ?? defaultTimeZone;
}
