import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { MailKind, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { MailState } from '../domain/mail-states';
import { MailItem } from './mail-item.entity';
import { mailAccess } from './mail-items';

export interface MailFilter {
  limit: number;
  cursor?: PagePosition;
  status?: MailState;
  siteId?: string;
  kind?: MailKind;
  addresseeId?: string;
  official?: boolean;
  /** Words of senders, subjects and numbers, in Chinese or English. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadMail {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string): Promise<MailItem | undefined> {
    return (await this.select(principal, 'documents.readMail', whereEquals('m.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, status, siteId, kind, addresseeId, official, q }: MailFilter): Promise<Page<MailItem>> {
    const search = q === undefined ? undefined : whereTyped('m', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('m.state', status),
      ...whereEquals('m.site_id', siteId),
      ...whereEquals('m.kind', kind),
      ...whereEquals('m.addressee_id', addresseeId),
      ...whereEquals('m.official', official),
      ...(search ? [search] : []),
      ...whereAfter('m', cursor),
    ];
    const rows = await this.select(principal, 'documents.listMail', conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<MailItem[]> {
    const params = conditions.map(({ value }) => value);
    const access = mailAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT m.id FROM mail_item m WHERE ${where} ORDER BY m.recorded_at DESC, m.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = await this.database.dataSource.getRepository(MailItem).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
