import { Injectable } from '@nestjs/common';
import { Database } from '@property-office/persistence';
import { contentIn } from '../domain/notice-content';
import { audienceParams, audienceTables, reachedBy, reaching } from './audience-sql';
import type { Notice } from './notice.entity';

export interface BuildingAudience {
  buildingId: string | null;
  label: string;
  labelEn: string;
  homes: number;
  people: number;
}

export interface AudiencePreview {
  homes: number;
  people: number;
  buildings: BuildingAudience[];
  roles: Array<{ role: string; people: number }>;
  channels: Array<{ channel: string; people: number }>;
}

/** Who would be told if it were released now: counts. Nobody's name. */
@Injectable()
export class Audiences {
  constructor(private readonly database: Database) {}

  async preview(notice: Notice): Promise<AudiencePreview> {
    const { audience, channels } = contentIn(notice.content);
    const [clock] = await this.database.query<{ now: Date }>('SELECT platform.now() AS now');
    const params = audienceParams(notice.siteId, audience, clock!.now);
    const with_ = `WITH ${audienceTables}`;
    const [totals, buildings, roles, ...byChannel] = await Promise.all([
      this.database.query<{ homes: number; people: number }>(
        `${with_} SELECT (SELECT count(*) FROM homes)::int AS homes, (SELECT count(*) FROM people)::int AS people`,
        params,
      ),
      this.database.query<{ building_id: string | null; label: string | null; label_en: string | null; homes: number; people: number }>(
        `${with_} SELECT h.building_id, b.label, b.label_en, count(*)::int AS homes,
           (SELECT count(*) FROM people p WHERE p.building_id IS NOT DISTINCT FROM h.building_id)::int AS people
         FROM homes h LEFT JOIN notice_place b ON b.id = h.building_id GROUP BY h.building_id, b.label, b.label_en ORDER BY b.label`,
        params,
      ),
      this.database.query<{ role: string; people: number }>(`${with_} SELECT role, count(DISTINCT person_id)::int AS people FROM staff GROUP BY role ORDER BY role`, params),
      ...reaching(channels).map(async (channel) => {
        const [row] = await this.database.query<{ people: number }>(`${with_} SELECT count(*)::int AS people FROM people p WHERE ${reachedBy(channel, notice.kind)}`, params);
        return { channel, people: row!.people };
      }),
    ]);
    return {
      ...totals[0]!,
      buildings: buildings.map(({ building_id: buildingId, label, label_en: labelEn, homes, people }) => ({
        buildingId,
        label: label ?? '',
        labelEn: labelEn ?? '',
        homes,
        people,
      })),
      roles,
      channels: byChannel,
    };
  }
}
