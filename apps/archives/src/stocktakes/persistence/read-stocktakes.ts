import { Injectable } from '@nestjs/common';
import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { StocktakeState } from '../domain/stocktake-states';
import { Stocktake } from './stocktake.entity';

export interface StocktakeFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  status?: StocktakeState;
}

/** Stocktakes as a principal may see them: who keeps the records, and who helps to count. */
@Injectable()
export class ReadStocktakes {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string): Promise<Stocktake | undefined> {
    return (await this.select(principal, 'archives.readStocktake', whereEquals('t.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, siteId, status }: StocktakeFilter): Promise<Page<Stocktake>> {
    const conditions = [...whereEquals('t.site_id', siteId), ...whereEquals('t.state', status), ...whereAfter('t', cursor)];
    const rows = await this.select(principal, 'archives.listStocktakes', conditions, limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: readonly ListCondition[], limit: number): Promise<Stocktake[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: params.length + 1 });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(`SELECT t.id FROM stocktake t WHERE ${where} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${Number(limit)}`, [
      ...params,
      ...access.params,
    ]);
    const found = new Map((await this.database.dataSource.getRepository(Stocktake).findBy({ id: In(ids.map(({ id }) => id)) })).map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => found.get(id) ?? []);
  }
}
