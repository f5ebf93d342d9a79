import type { PlaceKind } from '@property-office/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';

export interface KnownPlace {
  id: string;
  siteId: string;
  kind: PlaceKind;
  buildingId: string | null;
  label: string;
  labelEn: string;
  /** Of sites. */
  timeZone: string | null;
}

/** Own copy of the directory's places. */
@Injectable()
export class KnownPlaces {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<KnownPlace | undefined> {
    return (await this.all([id])).get(id);
  }

  async all(ids: readonly string[]): Promise<Map<string, KnownPlace>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; site_id: string; kind: PlaceKind; building_id: string | null; label: string; label_en: string; time_zone: string | null }>(
      'SELECT id, site_id, kind, building_id, label, label_en, time_zone FROM notice_place WHERE id = ANY ($1)',
      [ids],
    );
    return new Map(
      rows.map(({ id, site_id: siteId, kind, building_id: buildingId, label, label_en: labelEn, time_zone: timeZone }) => [id, { id, siteId, kind, buildingId, label, labelEn, timeZone }]),
    );
  }
}
