import { Injectable } from '@nestjs/common';
import type { OperationKey } from '@property-office/access';
import type { ComplaintKind, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { ComplaintState } from '../domain/complaint-states';
import { caseAccess } from './case-access';
import { ownCases, searchCondition } from './case-search';
import { Complaint } from './complaint.entity';

export interface ComplaintFilter {
  limit: number;
  cursor?: PagePosition;
  status?: ComplaintState;
  siteId?: string;
  kind?: ComplaintKind;
  major?: boolean;
  hotline?: boolean;
  handlerId?: string;
  /** Words in Chinese or English, or a number. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query, before any page, filter or order. */
@Injectable()
export class ReadComplaints {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey = 'complaints.readComplaint'): Promise<Complaint | undefined> {
    const [found] = await this.select(principal, operation, [{ sql: (p) => `c.id = ${p}`, value: id }], 1);
    return found;
  }

  async page(principal: Principal, filter: ComplaintFilter): Promise<Page<Complaint>> {
    const conditions: ListCondition[] = [];
    if (filter.status) conditions.push({ sql: (p) => `c.state = ${p}`, value: filter.status });
    if (filter.siteId) conditions.push({ sql: (p) => `c.site_id = ${p}`, value: filter.siteId });
    if (filter.kind) conditions.push({ sql: (p) => `c.kind = ${p}`, value: filter.kind });
    if (filter.handlerId) conditions.push({ sql: (p) => `c.handler_id = ${p}`, value: filter.handlerId });
    if (filter.major !== undefined) conditions.push({ sql: (p) => `(cardinality(c.major_because) > 0) = ${p}`, value: filter.major });
    if (filter.hotline !== undefined) conditions.push({ sql: (p) => `(c.hotline_number IS NOT NULL) = ${p}`, value: filter.hotline });
    if (filter.q !== undefined) {
      const search = searchCondition(filter.q, 'c.id');
      if (!search) return { items: [], nextCursor: null };
      const { found, others } = await ownCases(this.database, filter.q, principal.personId);
      if (found.length + others.length > 0) {
        conditions.push({ sql: (p) => `NOT c.id = ANY (${p}::uuid[])`, value: others });
        const n = conditions.push({ sql: (p) => `${p}::uuid[] IS NOT NULL`, value: found });
        conditions.push({ ...search, sql: (p) => `(c.id = ANY ($${n}::uuid[]) OR ${search.sql(p)})` });
      } else conditions.push(search);
    }
    conditions.push(...whereAfter('c', filter.cursor));
    const rows = await this.select(principal, 'complaints.listComplaints', conditions, filter.limit + 1);
    return toPage(rows, filter.limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<Complaint[]> {
    const params = conditions.map(({ value }) => value);
    const access = caseAccess(principal, { operation, right: 'read', firstParam: params.length + 1, orComplainant: true });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT c.id FROM complaint c WHERE ${where} ORDER BY c.recorded_at DESC, c.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const repository = this.database.dataSource.getRepository(Complaint);
    const found = new Map((await repository.findBy({ id: In(ids.map(({ id }) => id)) })).map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => found.get(id) ?? []);
  }
}
