import { Injectable } from '@nestjs/common';
import { defaultTimeZone } from '@property-office/calendar';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import { Notice } from './notice.entity';

/** What a board says of itself. */
export interface Board {
  siteId: string;
  name: string;
  nameEn: string;
  timeZone: string;
  /** When something on it last changed: came, was withdrawn, expired, was corrected. */
  changedAt: Date | undefined;
}

/** Notices out for everybody: released, holding, marked as public. Nothing else leaves by these queries. */
@Injectable()
export class Boards {
  constructor(private readonly database: Database) {}

  /** @returns undefined where there is no such site */
  async find(siteId: string): Promise<Board | undefined> {
    const [row] = await this.database.query<{ label: string; label_en: string; time_zone: string | null; changed_at: Date | null }>(
      `SELECT p.label, p.label_en, p.time_zone, (SELECT max(changed_at) FROM notice n WHERE n.site_id = $1 AND n.on_board AND n.on_public_board AND n.released_at IS NOT NULL) AS changed_at
       FROM notice_place p WHERE p.id = $1 AND p.kind = 'site'`,
      [siteId],
    );
    return row && { siteId, name: row.label, nameEn: row.label_en, timeZone: row.time_zone ?? defaultTimeZone, changedAt: row.changed_at ?? undefined };
  }

  /** @param q words in Chinese or English, or a number */
  async page(siteId: string, { limit, cursor, q }: { limit: number; cursor?: PagePosition; q?: string }): Promise<Page<Notice>> {
    const conditions: ListCondition[] = [{ sql: (p) => `n.site_id = ${p}`, value: siteId }];
    if (q !== undefined) {
      const search = whereTyped('n', q);
      if (!search) return { items: [], nextCursor: null };
      conditions.push(search);
    }
    if (cursor) conditions.push({ sql: (p) => `(n.released_at, n.id) < (((${p}::text[])[1])::timestamptz, ((${p}::text[])[2])::uuid)`, value: [cursor.at, cursor.id] });
    const where = conditions.map(({ sql }, i) => sql(`$${i + 1}`)).join(' AND ');
    const rows = await this.database.query<{ id: string }>(
      `SELECT n.id FROM notice n WHERE ${where} AND ${shown} ORDER BY n.released_at DESC, n.id DESC LIMIT ${Number(limit) + 1}`,
      conditions.map(({ value }) => value),
    );
    const found = new Map((await this.database.dataSource.getRepository(Notice).findBy({ id: In(rows.map(({ id }) => id)) })).map((notice) => [notice.id, notice]));
    const notices = rows.flatMap(({ id }) => found.get(id) ?? []);
    return toPage(notices, limit, ({ releasedAt, id }) => ({ at: releasedAt!.toISOString(), id }));
  }

  /** Whether a file is one of a notice that is shown now. */
  async shows(siteId: string, attachmentId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM notice n WHERE n.site_id = $1 AND ${shown} AND n.content::jsonb -> 'attachments' @> $2::jsonb LIMIT 1`,
      [siteId, JSON.stringify([{ id: attachmentId }])],
    );
    return rows.length > 0;
  }
}

const shown = `n.on_board AND n.on_public_board AND n.released_at IS NOT NULL AND n.state = 'released' AND (n.valid_until IS NULL OR n.valid_until > platform.now())`;
