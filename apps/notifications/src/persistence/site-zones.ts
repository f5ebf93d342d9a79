import { Injectable } from '@nestjs/common';
import { defaultTimeZone } from '@property-office/calendar';
import { Database } from '@property-office/persistence';

/** What the wall clocks of sites go by: a copy from directory; the usual zone of a site whose own has not been heard of yet. */
@Injectable()
export class SiteZones {
  constructor(private readonly database: Database) {}

  async of(siteIds: readonly string[]): Promise<(siteId: string) => string> {
    const rows = await this.database.query<{ site_id: string; time_zone: string }>('SELECT site_id, time_zone FROM site_zone WHERE site_id = ANY ($1)', [siteIds]);
    const known = new Map(rows.map(({ site_id, time_zone }) => [site_id, time_zone]));
    return (siteId) => known.get(siteId) ?? defaultTimeZone;
  }
}
