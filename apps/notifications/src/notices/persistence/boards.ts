import { Injectable } from '@nestjs/common';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
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
    return row && { siteId, name: row.label, nameEn: row.label_en, timeZone: row.time_zone ?? 'Asia/Shanghai', changedAt: row.changed_at ?? undefined };
  }

  async page(siteId: string, { limit, cursor }: { limit: number; cursor?: PagePosition }): Promise<Page<Notice>> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT n.id FROM notice n WHERE n.site_id = $1 AND ${shown}
         AND ($2::timestamptz IS NULL OR (n.released_at, n.id) < ($2, $3::uuid))
       ORDER BY n.released_at DESC, n.id DESC LIMIT $4`,
      [siteId, cursor?.at ?? null, cursor?.id ?? null, limit + 1],
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
