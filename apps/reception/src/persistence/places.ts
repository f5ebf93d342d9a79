import { Injectable } from '@nestjs/common';
import { defaultTimeZone } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';
import { Database } from '@property-office/persistence';

export interface KnownPlace {
  id: string;
  siteId: string;
  kind: string;
  label: string;
  labelEn: string;
}

/** Own copy of the directory's places. */
@Injectable()
export class Places {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<KnownPlace | undefined> {
    const [row] = await this.database.query<{ site_id: string; kind: string; label: string; label_en: string }>(
      'SELECT site_id, kind, label, label_en FROM place WHERE id = $1',
      [id],
    );
    return row && { id, siteId: row.site_id, kind: row.kind, label: row.label, labelEn: row.label_en };
  }

  /** Names as they read today, blank while a place is not known yet, and the zone its site lives in. */
  async namesOf(placeId: string | null, siteId: string): Promise<{ place: Localized | null; site: Localized; timeZone: string }> {
    const rows = await this.database.query<{ id: string; label: string; label_en: string; time_zone: string | null }>(
      'SELECT id, label, label_en, time_zone FROM place WHERE id IN ($1, $2)',
      [siteId, placeId],
    );
    const of = (id: string | null) => rows.find((each) => each.id === id);
    const nameOf = (id: string | null): Localized | null => (of(id) ? { zh: of(id)!.label, en: of(id)!.label_en } : null);
    return { place: nameOf(placeId), site: nameOf(siteId) ?? { zh: '', en: '' }, timeZone: of(siteId)?.time_zone ?? defaultTimeZone };
  }
}
