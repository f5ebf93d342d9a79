import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { In } from 'typeorm';
import { Contact } from './contact.entity';

/**
 * What a resident wrote in the portal, for that resident and nobody else. Not by `object_access`: a tie would open to whoever also
 * works here the page of the desk with its summary.
 */
@Injectable()
export class ReadEnquiries {
  constructor(private readonly database: Database) {}

  async one({ personId }: Principal, id: string): Promise<Contact | null> {
    return this.database.dataSource.getRepository(Contact).findOneBy({ id, writtenBy: personId });
  }

  /** One page, newest first. */
  async page({ personId }: Principal, { limit, cursor }: { limit: number; cursor?: PagePosition }): Promise<Page<Contact>> {
    const after = cursor ? [cursor.at, cursor.id] : null;
    const ids = await this.database.query<{ id: string }>(
      `SELECT id FROM contact WHERE written_by = $1
         AND ($2::text[] IS NULL OR (recorded_at, id) < ((($2::text[])[1])::timestamptz, (($2::text[])[2])::uuid))
       ORDER BY recorded_at DESC, id DESC LIMIT $3`,
      [personId, after, limit + 1],
    );
    if (ids.length === 0) return { items: [], nextCursor: null };
    const found = await this.database.dataSource.getRepository(Contact).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    const rows = ids.flatMap(({ id }) => byId.get(id) ?? []);
    return toPage(rows, limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }
}
