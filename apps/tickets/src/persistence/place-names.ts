import { Injectable } from '@nestjs/common';
import { defaultTimeZone } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';
import { Database } from '@property-office/persistence';

export interface PlaceNames {
  place: Localized;
  site: Localized;
  /** IANA name. */
  timeZone: string;
}

/** Names of places as they read today, and the zone their site lives in. */
@Injectable()
export class ReadPlaceNames {
  constructor(private readonly database: Database) {}

  /** What is not known yet is left blank. */
  async of(placeId: string, siteId: string): Promise<PlaceNames> {
    const rows = await this.database.query<{ id: string; label: string; label_en: string; time_zone: string | null }>(
      'SELECT id, label, label_en, time_zone FROM named_place WHERE id IN ($1, $2)',
      [placeId, siteId],
    );
    const nameOf = (id: string): Localized => {
      const row = rows.find((each) => each.id === id);
      return { zh: row?.label ?? '', en: row?.label_en ?? '' };
    };
    const timeZone = rows.find(({ id }) => id === siteId)?.time_zone ?? defaultTimeZone;
    return { place: nameOf(placeId), site: nameOf(siteId), timeZone };
  }
}
