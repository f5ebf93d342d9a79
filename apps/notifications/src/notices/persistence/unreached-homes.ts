import { Injectable } from '@nestjs/common';
import { HomeCares, type Door } from '@property-office/home-care';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereSaid, type ListCondition } from '@property-office/persistence';
import { contentIn } from '../domain/notice-content';
import { audienceParams, audienceTables, reachedBy, reaching } from './audience-sql';
import type { Notice } from './notice.entity';

export interface UnreachedHome {
  homeId: string;
  label: string;
  labelEn: string;
  /** Null until somebody says that its slip was left. */
  leftAt: Date | null;
  /** When it was last recorded that it had not been left after all (G3). */
  correctedAt: Date | null;
  /** What whoever goes there should know (W6.4). */
  door: Door | null;
}

export interface UnreachedHomeFilter {
  limit: number;
  cursor?: PagePosition;
  left?: boolean;
  /** Any part of where it is: 3栋2单元501, 501. */
  q?: string;
}

/** Homes that no channel reaches: as they were when it was released, before that as they would be now. In the order of the print list: of their labels. */
@Injectable()
export class UnreachedHomes {
  constructor(
    private readonly database: Database,
    private readonly cares: HomeCares,
  ) {}

  all(notice: Notice): Promise<UnreachedHome[]> {
    return this.select(notice, []);
  }

  /** A page goes on after a home, whatever became of that since: left, or reached by now. */
  async page(notice: Notice, { limit, cursor, left, q }: UnreachedHomeFilter): Promise<Page<UnreachedHome>> {
    const conditions: ListCondition[] = [];
    if (left !== undefined) conditions.push({ sql: (p) => `(u.left_at IS NOT NULL) = ${p}`, value: left });
    if (cursor) conditions.push({ sql: (p) => `(l.label, l.id) > (SELECT c.label, c.id FROM notice_place c WHERE c.id = ${p})`, value: cursor.id });
    if (q !== undefined) {
      const said = whereSaid(`concat_ws(' ', l.label, l.label_en)`, q);
      if (!said) return { items: [], nextCursor: null };
      conditions.push(said);
    }
    const homes = await this.select(notice, conditions, limit + 1);
    return toPage(homes, limit, ({ homeId }) => ({ at: notice.recordedAt.toISOString(), id: homeId }));
  }

  /** @param limit left out: all of them */
  private async select(notice: Notice, conditions: readonly ListCondition[], limit?: number): Promise<UnreachedHome[]> {
    const { sql, params } = notice.releasedAt ? withSlips(notice) : await this.withoutChannel(notice);
    const where = conditions.map((condition, i) => condition.sql(`$${params.length + i + 1}`));
    const rows = await this.database.query<HomeRow>(
      `SELECT l.id, l.label, l.label_en, u.left_at, u.corrected_at FROM (${sql}) u JOIN notice_place l ON l.id = u.home_id
       ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY l.label, l.id${limit === undefined ? '' : ` LIMIT ${Number(limit)}`}`,
      [...params, ...conditions.map(({ value }) => value)],
    );
    const doors = await this.cares.of(rows.map(({ id }) => id));
    return rows.map(({ id: homeId, label, label_en: labelEn, left_at: leftAt, corrected_at: correctedAt }) => ({
      homeId,
      label,
      labelEn,
      leftAt,
      correctedAt,
      door: doors.get(homeId) ?? null,
    }));
  }

  private async withoutChannel(notice: Notice): Promise<Found> {
    const { audience, channels } = contentIn(notice.content);
    const reached = reaching(channels).map((channel) => `(${reachedBy(channel, notice.kind)})`).join(' OR ') || 'FALSE';
    const [row] = await this.database.query<{ now: Date }>('SELECT platform.now() AS now');
    return {
      sql: `WITH ${audienceTables} SELECT h.home_id, NULL::timestamptz AS left_at, NULL::timestamptz AS corrected_at FROM homes h
        WHERE h.home_id NOT IN (SELECT p.home_id FROM residents p WHERE ${reached})`,
      params: audienceParams(notice.siteId, audience, row!.now),
    };
  }
}

/** `home_id`, `left_at` and `corrected_at` of homes, over parameters of its own. */
interface Found {
  sql: string;
  params: unknown[];
}

interface HomeRow {
  id: string;
  label: string;
  label_en: string;
  left_at: Date | null;
  corrected_at: Date | null;
}

/** What was corrected the ledger says: a slip's row says only how it is. */
function withSlips({ id }: Notice): Found {
  return {
    sql: `SELECT s.home_id, s.left_at, c.corrected_at FROM notice_slip s LEFT JOIN (
        SELECT named.home_id::uuid, max(e.happened_at) AS corrected_at FROM ledger e, jsonb_array_elements_text(e.data -> 'homeIds') AS named (home_id)
        WHERE e.aggregate_id = $1 AND e.type = 'notifications.notice-slips-corrected.v1' GROUP BY 1
      ) c USING (home_id) WHERE s.notice_id = $1`,
    params: [id],
  };
}
