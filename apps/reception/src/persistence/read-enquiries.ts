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
    const found = await this.database.dataSource.getRepository(Contact).findOneBy({ id, writtenBy: personId });
    return found && (await this.asTold(personId, [found]))[0]!;
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
    const rows = await this.asTold(personId, ids.flatMap(({ id }) => byId.get(id) ?? []));
    return toPage(rows, limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  /** What became a complaint about its own writer was passed on, and they do not learn as what (W2.3). Crews that is hidden from may complain. */
  private async asTold(personId: string, contacts: Contact[]): Promise<Contact[]> {
    const rows = await this.database.query<{ object_id: string }>('SELECT object_id FROM object_shield WHERE object_id = ANY ($1) AND subject = $2', [
      contacts.map(({ id }) => id),
      `person:${personId}`,
    ]);
    const hidden = new Set(rows.map((row) => row.object_id));
    return contacts.map((contact) => (hidden.has(contact.id) ? { ...contact, convertedTo: null, convertedId: null } : contact));
  }
}
