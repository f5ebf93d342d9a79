import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereSaid, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import { Contact } from './contact.entity';

/** Not the summary of the desk, which `search_text` has: nobody finds by words they may not read. */
const whatTheySee = `concat_ws(' ', c.number, c.own_words, c.answer, c.guided_to)`;

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
  async page({ personId }: Principal, { limit, cursor, q }: { limit: number; cursor?: PagePosition; q?: string }): Promise<Page<Contact>> {
    const said = q === undefined ? undefined : whereSaid(whatTheySee, q);
    if (q !== undefined && !said) return { items: [], nextCursor: null };
    const conditions: ListCondition[] = [...whereEquals('c.written_by', personId), ...(said ? [said] : []), ...whereAfter('c', cursor)];
    const ids = await this.database.query<{ id: string }>(
      `SELECT c.id FROM contact c WHERE ${conditions.map(({ sql }, i) => sql(`$${i + 1}`)).join(' AND ')}
       ORDER BY c.recorded_at DESC, c.id DESC LIMIT ${Number(limit) + 1}`,
      conditions.map(({ value }) => value),
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
