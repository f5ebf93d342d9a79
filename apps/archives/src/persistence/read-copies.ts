import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { CopyState } from '../domain/copy-states';
import { copied, type CopiedRecord } from './copies';
import { lendingAccess, lentColumns, lentJoin, type LentRecord } from './lent-records';
import { decidedBy } from './read-loans';
import { RecordCopy } from './record-copy.entity';

export interface CopyFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  status?: CopyState;
  recordId?: string;
  askedBy?: string;
  /** Waits for a decision that whoever asks may take. */
  toDecide?: boolean;
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadCopies {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey = 'archives.readCopy'): Promise<CopiedRecord | undefined> {
    return (await this.select(principal, operation, whereEquals('l.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, siteId, status, recordId, askedBy, toDecide, q }: CopyFilter): Promise<Page<CopiedRecord>> {
    const search = q === undefined ? undefined : whereTyped('l', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('l.site_id', siteId),
      ...whereEquals('l.state', status),
      ...whereEquals('l.record_id', recordId),
      ...whereEquals('l.asked_by', askedBy),
      ...(toDecide === undefined ? [] : decidedBy(principal, 'archives.approveCopy', toDecide, ['l.asked_by', 'l.asked_for'])),
      ...(search ? [search] : []),
      ...whereAfter('l', cursor),
    ];
    const rows = await this.select(principal, 'archives.listCopies', conditions, limit + 1);
    return toPage(rows, limit, ({ copy: { recordedAt, id } }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: readonly ListCondition[], limit: number): Promise<CopiedRecord[]> {
    const params = conditions.map(({ value }) => value);
    const access = lendingAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const rows = await this.database.query<LentRecord & { id: string } & Record<string, unknown>>(
      `SELECT l.id, ${lentColumns} FROM record_copy l ${lentJoin} WHERE ${where} ORDER BY l.recorded_at DESC, l.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    const found = await this.database.dataSource.getRepository(RecordCopy).findBy({ id: In(rows.map(({ id }) => id)) });
    const byId = new Map(found.map((copy) => [copy.id, copy]));
    return rows.flatMap(({ id, ...record }) => (byId.has(id) ? [copied(byId.get(id)!, record)] : []));
  }
}
