import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import { Notice } from './notice.entity';

export interface NoticeFilter {
  limit: number;
  cursor?: PagePosition;
  status?: string;
  kind?: string;
  siteId?: string;
  /** Only those addressed to the principal. */
  mine?: boolean;
  /** Of those, the ones not read yet. */
  unread?: boolean;
  /** Words in Chinese or English, or a number. */
  q?: string;
}

/** When a person read a notice, and said so. */
export interface Reading {
  readAt: Date | null;
  acknowledgedAt: Date | null;
}

export interface ReadNotice {
  notice: Notice;
  reading: Reading;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadNotices {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey): Promise<Notice | undefined> {
    return (await this.read(principal, id, operation))?.notice;
  }

  async read(principal: Principal, id: string, operation: OperationKey = 'notifications.readNotice'): Promise<ReadNotice | undefined> {
    return (await this.select(principal, operation, [{ sql: (p) => `n.id = ${p}`, value: id }], 1))[0];
  }

  async page(principal: Principal, filter: NoticeFilter): Promise<Page<ReadNotice>> {
    const conditions: ListCondition[] = [];
    if (filter.status) conditions.push({ sql: (p) => `n.state = ${p}`, value: filter.status });
    if (filter.kind) conditions.push({ sql: (p) => `n.kind = ${p}`, value: filter.kind });
    if (filter.siteId) conditions.push({ sql: (p) => `n.site_id = ${p}`, value: filter.siteId });
    if (filter.mine || filter.unread) conditions.push({ sql: (p) => `EXISTS (${addressedTo(p)})`, value: `person:${principal.personId}` });
    if (filter.unread) {
      const read = (p: string) => `NOT EXISTS (SELECT 1 FROM notice_reader d WHERE d.notice_id = n.id AND d.person_id = ${p})`;
      conditions.push({ sql: read, value: principal.personId });
    }
    if (filter.q !== undefined) {
      const search = whereTyped('n', filter.q);
      if (!search) return { items: [], nextCursor: null };
      conditions.push(search);
    }
    conditions.push(...whereAfter('n', filter.cursor));
    const rows = await this.select(principal, 'notifications.listNotices', conditions, filter.limit + 1);
    return toPage(rows, filter.limit, ({ notice }) => ({ at: notice.recordedAt.toISOString(), id: notice.id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<ReadNotice[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'n.id', siteColumn: 'n.site_id', firstParam: params.length + 2 });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 2}`)), access.sql].join(' AND ');
    const rows = await this.database.query<{ id: string; read_at: Date | null; acknowledged_at: Date | null }>(
      `SELECT n.id, r.read_at, r.acknowledged_at FROM notice n LEFT JOIN notice_reader r ON r.notice_id = n.id AND r.person_id = $1
       WHERE ${where} ORDER BY n.recorded_at DESC, n.id DESC LIMIT ${Number(limit)}`,
      [principal.personId, ...params, ...access.params],
    );
    if (rows.length === 0) return [];
    const repository = this.database.dataSource.getRepository(Notice);
    const found = new Map((await repository.findBy({ id: In(rows.map(({ id }) => id)) })).map((notice) => [notice.id, notice]));
    return rows.flatMap(({ id, read_at: readAt, acknowledged_at: acknowledgedAt }) => {
      const notice = found.get(id);
      return notice ? [{ notice, reading: { readAt, acknowledgedAt } }] : [];
    });
  }
}

function addressedTo(subject: string): string {
  return `SELECT 1 FROM object_access t WHERE t.object_id = n.id AND t.subject = ${subject}`;
}
