import { Injectable } from '@nestjs/common';
import type { CurrentNotices } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { contentIn } from '../domain/notice-content';

const most = 5;

/** Notices in force, by the homes that are in their audience. */
@Injectable()
export class CurrentNoticesOfHomes {
  constructor(private readonly database: Database) {}

  /** The latest released first. Those for roles of the staff are for no home. */
  async of(siteId: string, homeIds: readonly string[]): Promise<CurrentNotices['items']> {
    const rows = await this.database.query<{ number: string; content: string; released_at: Date }>(
      `SELECT n.number, n.content, n.released_at FROM notice n
       WHERE n.site_id = $1 AND n.state = 'released' AND (n.content::jsonb ->> 'validUntil' IS NULL OR (n.content::jsonb ->> 'validUntil')::timestamptz > platform.now())
         AND EXISTS (SELECT 1 FROM notice_place h, jsonb_array_elements(n.content::jsonb -> 'audience') AS target
           WHERE h.id = ANY ($2) AND h.site_id = n.site_id AND h.kind = 'home'
             AND (target ->> 'scope' = 'site' OR target ->> 'placeId' IN (h.id::text, h.parent_id::text, h.building_id::text)))
       ORDER BY n.released_at DESC, n.id DESC LIMIT ${most}`,
      [siteId, homeIds],
    );
    return rows.map(({ number, content, released_at: releasedAt }) => {
      const { zh, en, validUntil } = contentIn(content);
      return { number, title: { zh: zh.title, en: (en ?? zh).title }, releasedAt: releasedAt.toISOString(), validUntil };
    });
  }
}
