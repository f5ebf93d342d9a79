import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { DocumentUrgency, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { IncomingState } from '../domain/incoming-states';
import { documentAccess } from './document-access';
import { IncomingDocument } from './incoming-document.entity';

export interface DocumentFilter {
  limit: number;
  cursor?: PagePosition;
  status?: IncomingState;
  siteId?: string;
  urgency?: DocumentUrgency;
  registerId?: string;
  actingPersonId?: string;
  /** Words of titles, senders and numbers, in Chinese or English. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query, before any page, filter or order. */
@Injectable()
export class ReadDocuments {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey = 'documents.readDocument'): Promise<IncomingDocument | undefined> {
    return (await this.select(principal, operation, whereEquals('d.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, status, siteId, urgency, registerId, actingPersonId, q }: DocumentFilter): Promise<Page<IncomingDocument>> {
    const search = q === undefined ? undefined : whereTyped('d', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('d.state', status),
      ...whereEquals('d.site_id', siteId),
      ...whereEquals('d.urgency', urgency),
      ...whereEquals('d.register_id', registerId),
      ...whereEquals('d.acting_person_id', actingPersonId),
      ...(search ? [search] : []),
      ...whereAfter('d', cursor),
    ];
    const rows = await this.select(principal, 'documents.listDocuments', conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  /** The id of the document whose slip it is; whether somebody may scan it is judged when it is locked. */
  async bySlip(token: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM incoming_document WHERE slip_token = $1', [token]);
    return row?.id;
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<IncomingDocument[]> {
    const params = conditions.map(({ value }) => value);
    const access = documentAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT d.id FROM incoming_document d WHERE ${where} ORDER BY d.recorded_at DESC, d.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = await this.database.dataSource.getRepository(IncomingDocument).findBy({ id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => byId.get(id) ?? []);
  }
}
