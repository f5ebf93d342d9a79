import { Injectable } from '@nestjs/common';
import { looksLikePhone, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereTypedOrKeyed, type ListCondition } from '@property-office/persistence';
import { In, IsNull } from 'typeorm';
import { Callers } from './callers';
import { contactAccess } from './contact-access';
import { Contact } from './contact.entity';

export interface ContactFilter {
  limit: number;
  cursor?: PagePosition;
  status?: string;
  siteId?: string;
  channel?: string;
  ownerId?: string;
  personId?: string;
  homeId?: string;
  /** Words in Chinese or English, a number of ours, a whole telephone number, or the whole name a caller told. */
  q?: string;
}

export interface HandOverRow {
  n: number;
  fromPersonId: string;
  offeredBy: string;
  toPersonId: string | null;
  toRole: string | null;
  heated: boolean;
  note: string | null;
  offeredAt: Date;
  outcome: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  returnReason: string | null;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadContacts {
  constructor(
    private readonly database: Database,
    private readonly callers: Callers,
  ) {}

  async one(principal: Principal, operation: OperationKey, id: string): Promise<Contact | undefined> {
    return (await this.select(principal, operation, [{ sql: (p) => `c.id = ${p}`, value: id }], 1))[0];
  }

  /** For who holds its secret link; nothing of one that was forgotten (G7). */
  followed(id: string): Promise<Contact | null> {
    return this.database.dataSource.getRepository(Contact).findOneBy({ id, forgottenAt: IsNull() });
  }

  async page(principal: Principal, filter: ContactFilter): Promise<Page<Contact>> {
    const { limit, cursor, q, ...equal } = filter;
    const columns = { status: 'state', siteId: 'site_id', channel: 'channel', ownerId: 'owner_id', personId: 'person_id', homeId: 'home_id' } as const;
    const conditions: ListCondition[] = Object.entries(columns).flatMap(([name, column]) => {
      const value = equal[name as keyof typeof equal];
      return value === undefined ? [] : [{ sql: (p: string) => `c.${column} = ${p}`, value }];
    });
    if (q !== undefined) {
      const search = this.searchFor(q);
      if (!search) return { items: [], nextCursor: null };
      conditions.push(search);
    }
    conditions.push(...whereAfter('c', cursor));
    const rows = await this.select(principal, 'reception.listContacts', conditions, limit + 1);
    return toPage(rows, limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  /** Numbers of what contacts became, as far as they are known. */
  async numbersOf(contacts: readonly Contact[]): Promise<Map<string, string>> {
    const ids = contacts.flatMap(({ convertedId }) => convertedId ?? []);
    if (ids.length === 0) return new Map();
    const rows = await this.database.query<{ object_id: string; number: string }>(
      'SELECT object_id, number FROM converted_object WHERE object_id = ANY ($1)',
      [ids],
    );
    return new Map(rows.map((row) => [row.object_id, row.number]));
  }

  /** The hand-overs of a contact the caller was given, the first of them first. */
  chainOf(contactId: string): Promise<HandOverRow[]> {
    return this.database.query<HandOverRow & Record<string, unknown>>(
      `SELECT n, from_person AS "fromPersonId", offered_by AS "offeredBy", to_person AS "toPersonId", to_role AS "toRole", heated, note,
         offered_at AS "offeredAt", outcome, decided_by AS "decidedBy", decided_at AS "decidedAt", return_reason AS "returnReason"
       FROM hand_over WHERE contact_id = $1 ORDER BY n`,
      [contactId],
    );
  }

  private searchFor(q: string): ListCondition | undefined {
    if (looksLikePhone(q)) return { sql: (p) => `c.phone_index = ANY (${p}::text[])`, value: this.callers.phoneIndexes(q) };
    return whereTypedOrKeyed('c', q, { column: 'c.name_index', among: this.callers.nameIndexes(q) });
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<Contact[]> {
    const params = conditions.map(({ value }) => value);
    const access = contactAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT c.id FROM contact c WHERE ${where} ORDER BY c.recorded_at DESC, c.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = await this.database.dataSource.getRepository(Contact).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
