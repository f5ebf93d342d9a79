import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { MonthState } from '../domain/month-states';
import { ArchiveMonth } from './archive-month.entity';

export interface MonthFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  status?: MonthState;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadMonths {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey): Promise<ArchiveMonth | undefined> {
    return (await this.select(principal, operation, whereEquals('m.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, siteId, status }: MonthFilter): Promise<Page<ArchiveMonth>> {
    const conditions = [...whereEquals('m.site_id', siteId), ...whereEquals('m.state', status), ...whereAfter('m', cursor)];
    return toPage(await this.select(principal, 'archives.listMonths', conditions, limit + 1), limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: readonly ListCondition[], limit: number): Promise<ArchiveMonth[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'm.id', siteColumn: 'm.site_id', firstParam: params.length + 1 });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(`SELECT m.id FROM archive_month m WHERE ${where} ORDER BY m.recorded_at DESC, m.id DESC LIMIT ${Number(limit)}`, [
      ...params,
      ...access.params,
    ]);
    const found = await this.database.dataSource.getRepository(ArchiveMonth).findBy({ id: In(ids.map(({ id }) => id)) });
    return ids.flatMap(({ id }) => found.find((month) => month.id === id) ?? []);
  }
}
