import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import { placeColumns, placed, placeJoins, WorkOrder, type PlaceRow } from './work-order.entity';

export interface WorkOrderFilter {
  limit: number;
  cursor?: PagePosition;
  status?: string;
  crewId?: string;
  repairRequestId?: string;
  siteId?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadWorkOrders {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: ReadOperation = 'dispatch.readWorkOrder'): Promise<WorkOrder | undefined> {
    const [found] = await this.select(principal, operation, [{ sql: (p) => `o.id = ${p}`, value: id }], 1);
    return found;
  }

  async page(principal: Principal, filter: WorkOrderFilter): Promise<Page<WorkOrder>> {
    const conditions: ListCondition[] = [];
    if (filter.status) conditions.push({ sql: (p) => `o.state = ${p}`, value: filter.status });
    // A crew's list also holds what it may claim.
    if (filter.crewId) conditions.push({ sql: (p) => `(o.crew_id = ${p}::uuid OR o.offered_to @> ARRAY[${p}::uuid])`, value: filter.crewId });
    if (filter.repairRequestId) conditions.push({ sql: (p) => `o.repair_request_id = ${p}`, value: filter.repairRequestId });
    if (filter.siteId) conditions.push({ sql: (p) => `o.site_id = ${p}`, value: filter.siteId });
    conditions.push(...whereAfter('o', filter.cursor));
    const rows = await this.select(principal, 'dispatch.listWorkOrders', conditions, filter.limit + 1);
    return toPage(rows, filter.limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  private async select(
    principal: Principal,
    operation: ReadOperation,
    conditions: ListCondition[],
    limit: number,
  ): Promise<WorkOrder[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'o.id', siteColumn: 'o.site_id', firstParam: params.length + 1 });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const rows = await this.database.query<PlaceRow & { id: string }>(
      `SELECT o.id, ${placeColumns} FROM work_order o ${placeJoins}
       WHERE ${where} ORDER BY o.recorded_at DESC, o.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    if (rows.length === 0) return [];
    const found = await this.database.dataSource.getRepository(WorkOrder).findBy({ id: In(rows.map(({ id }) => id)) });
    const byId = new Map(found.map((order) => [order.id, order]));
    return rows.flatMap((row) => {
      const order = byId.get(row.id);
      return order ? [placed(order, row)] : [];
    });
  }
}

type ReadOperation = 'dispatch.readWorkOrder' | 'dispatch.listWorkOrders' | 'dispatch.readDoorContact';
