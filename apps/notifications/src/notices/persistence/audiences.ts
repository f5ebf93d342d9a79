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

export interface UnreachedHome {
  homeId: string;
  label: string;
  labelEn: string;
  /** Null until somebody says that its slip was left. */
  leftAt: Date | null;
}

export interface AudiencePreview {
  homes: number;
  people: number;
  buildings: BuildingAudience[];
  roles: Array<{ role: string; people: number }>;
  channels: Array<{ channel: string; people: number }>;
}

/** Who would be told if it were released now: counts, and the homes that need a slip. Nobody's name. */
@Injectable()
export class Audiences {
  constructor(private readonly database: Database) {}

  async preview(notice: Notice): Promise<AudiencePreview> {
    const { audience, channels } = contentIn(notice.content);
    const params = audienceParams(notice.siteId, audience, await this.now());
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

  /** Homes that no channel reaches: as they were when it was released, before that as they would be now. In the order of their labels. */
  async unreachedHomes(notice: Notice): Promise<UnreachedHome[]> {
    if (notice.releasedAt) {
      return homesIn(
        await this.database.query<HomeRow>(
          `SELECT s.home_id, p.label, p.label_en, s.left_at FROM notice_slip s JOIN notice_place p ON p.id = s.home_id WHERE s.notice_id = $1 ORDER BY p.label`,
          [notice.id],
        ),
      );
    }
    const { audience, channels } = contentIn(notice.content);
    const reached = reaching(channels).map((channel) => `(${reachedBy(channel, notice.kind)})`).join(' OR ') || 'FALSE';
    return homesIn(
      await this.database.query<HomeRow>(
        `WITH ${audienceTables} SELECT h.home_id, l.label, l.label_en, NULL::timestamptz AS left_at FROM homes h JOIN notice_place l ON l.id = h.home_id
         WHERE h.home_id NOT IN (SELECT p.home_id FROM residents p WHERE ${reached}) ORDER BY l.label`,
        audienceParams(notice.siteId, audience, await this.now()),
      ),
    );
  }

  private async now(): Promise<Date> {
    return (await this.database.query<{ now: Date }>('SELECT platform.now() AS now'))[0]!.now;
  }
}

interface HomeRow {
  home_id: string;
  label: string;
  label_en: string;
  left_at: Date | null;
}

function homesIn(rows: readonly HomeRow[]): UnreachedHome[] {
  return rows.map(({ home_id: homeId, label, label_en: labelEn, left_at: leftAt }) => ({ homeId, label, labelEn, leftAt }));
}
