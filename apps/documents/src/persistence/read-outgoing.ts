import { Injectable } from '@nestjs/common';
import type { OperationKey, Right } from '@property-office/access';
import type { OutgoingKind, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { OutgoingState } from '../domain/outgoing-states';
import { documentAccess } from './document-access';
import { OutgoingDocument } from './outgoing-document.entity';

export interface OutgoingFilter {
  limit: number;
  cursor?: PagePosition;
  status?: OutgoingState;
  siteId?: string;
  kind?: OutgoingKind;
  registerId?: string;
  draftedBy?: string;
  /** Words of titles, recipients and numbers, in Chinese or English. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query, before any page, filter or order. */
@Injectable()
export class ReadOutgoing {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey = 'documents.readOutgoing', right: Right = 'read'): Promise<OutgoingDocument | undefined> {
    return (await this.select(principal, operation, whereEquals('d.id', id), 1, right))[0];
  }

  async page(principal: Principal, { limit, cursor, status, siteId, kind, registerId, draftedBy, q }: OutgoingFilter): Promise<Page<OutgoingDocument>> {
    const search = q === undefined ? undefined : whereTyped('d', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('d.state', status),
      ...whereEquals('d.site_id', siteId),
      ...whereEquals('d.kind', kind),
      ...whereEquals('d.register_id', registerId),
      ...whereEquals('d.drafted_by', draftedBy),
      ...(search ? [search] : []),
      ...whereAfter('d', cursor),
    ];
    const rows = await this.select(principal, 'documents.listOutgoing', conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number, right: Right = 'read'): Promise<OutgoingDocument[]> {
    const params = conditions.map(({ value }) => value);
    const access = documentAccess(principal, operation, right, params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT d.id FROM outgoing_document d WHERE ${where} ORDER BY d.recorded_at DESC, d.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = await this.database.dataSource.getRepository(OutgoingDocument).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
