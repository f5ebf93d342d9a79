import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { planSearch, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { GoesOn, RepairName } from '../domain/repair-event';
import { RepairRequest } from './repair-request.entity';

export interface RepairFilter {
  limit: number;
  cursor?: PagePosition;
  status?: string;
  siteId?: string;
  category?: string;
  /** Words in Chinese or English, or a number. */
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadRepairs {
  constructor(private readonly database: Database) {}

  async one(
    principal: Principal,
    id: string,
    operation: ReadOperation = 'tickets.readRepair',
  ): Promise<RepairRequest | undefined> {
    const [found] = await this.select(principal, operation, [{ sql: (p) => `r.id = ${p}`, value: id }], 1);
    return found;
  }

  /** What is merged into a request that may be seen: their numbers, and no more. */
  doublesOf(id: string): Promise<RepairName[]> {
    return this.database.query<RepairName & Record<string, unknown>>('SELECT id, number FROM repair_request WHERE merged_into = $1 ORDER BY number', [id]);
  }

  /** What goes on for a double that may be seen: its number and how it stands, and no more. */
  async goesOnFor({ mergedInto }: Pick<RepairRequest, 'mergedInto'>): Promise<GoesOn | null> {
    if (mergedInto === null) return null;
    const [found] = await this.database.query<GoesOn & Record<string, unknown>>('SELECT id, number, state FROM repair_request WHERE id = $1', [mergedInto]);
    return found ?? null;
  }

  /** For who holds its secret link, whoever that is. */
  async followed(id: string): Promise<RepairRequest | null> {
    return this.database.dataSource.getRepository(RepairRequest).findOneBy({ id });
  }

  async page(principal: Principal, filter: RepairFilter): Promise<Page<RepairRequest>> {
    const conditions: ListCondition[] = [];
    if (filter.status) conditions.push({ sql: (p) => `r.state = ${p}`, value: filter.status });
    if (filter.siteId) conditions.push({ sql: (p) => `r.site_id = ${p}`, value: filter.siteId });
    if (filter.category) conditions.push({ sql: (p) => `r.category = ${p}`, value: filter.category });
    if (filter.q !== undefined) {
      const search = searchCondition(filter.q);
      if (!search) return { items: [], nextCursor: null };
      conditions.push(search);
    }
    conditions.push(...whereAfter('r', filter.cursor));
    const rows = await this.select(principal, 'tickets.listRepairs', conditions, filter.limit + 1);
    return toPage(rows, filter.limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  private async select(
    principal: Principal,
    operation: ReadOperation,
    conditions: ListCondition[],
    limit: number,
  ): Promise<RepairRequest[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, {
      operation,
      right: 'read',
      objectColumn: 'r.id',
      siteColumn: 'r.site_id',
      firstParam: params.length + 1,
    });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const repository = this.database.dataSource.getRepository(RepairRequest);
    const ids = await this.database.query<{ id: string }>(
      `SELECT r.id FROM repair_request r WHERE ${where} ORDER BY r.recorded_at DESC, r.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (ids.length === 0) return [];
    const found = new Map((await repository.findBy({ id: In(ids.map(({ id }) => id)) })).map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => found.get(id) ?? []);
  }
}

type ReadOperation = 'tickets.readRepair' | 'tickets.listRepairs' | 'tickets.printReceipt';

function searchCondition(q: string): ListCondition | undefined {
  const plan = planSearch(q);
  if (!plan) return undefined;
  const matches = (condition: string) => `EXISTS (SELECT 1 FROM repair_search s WHERE s.request_id = r.id AND ${condition})`;
  return plan.kind === 'substring'
    ? { sql: (p) => matches(`s.text LIKE ${p}`), value: plan.pattern }
    : { sql: (p) => matches(`s.words @> ${p}::text[]`), value: plan.words };
}
