import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { whereAfter, whereEquals, type Database, type ListCondition } from '@property-office/persistence';
import { In, type ObjectLiteral } from 'typeorm';

interface Listed extends ObjectLiteral {
  id: string;
  recordedAt: Date;
}

interface Source<T extends Listed> {
  entity: new () => T;
  table: 'phone_note' | 'visitor' | 'standard_answer';
}

/** The one of an id a principal may see. */
export async function readOne<T extends Listed>(
  database: Database,
  principal: Principal,
  operation: OperationKey,
  source: Source<T>,
  id: string,
): Promise<T | undefined> {
  return (await select(database, principal, operation, source, whereEquals('t.id', id), 1))[0];
}

/** One page of what a principal may see, newest first (api.md). Conditions are on the columns of `t`. */
export async function readPage<T extends Listed>(
  database: Database,
  principal: Principal,
  operation: OperationKey,
  source: Source<T>,
  conditions: ListCondition[],
  { limit, cursor }: { limit: number; cursor?: PagePosition },
): Promise<Page<T>> {
  const rows = await select(database, principal, operation, source, [...conditions, ...whereAfter('t', cursor)], limit + 1);
  return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
}

async function select<T extends Listed>(
  database: Database,
  principal: Principal,
  operation: OperationKey,
  { entity, table }: Source<T>,
  conditions: ListCondition[],
  limit: number,
): Promise<T[]> {
  const params = conditions.map(({ value }) => value);
  const access = accessCondition(principal, { operation, right: 'read', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: params.length + 1 });
  const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
  const ids = await database.query<{ id: string }>(
    `SELECT t.id FROM ${table} t WHERE ${where} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${Number(limit)}`,
    [...params, ...access.params],
  );
  if (ids.length === 0) return [];
  const found = await database.dataSource.getRepository<Listed>(entity).findBy({ id: In(ids.map(({ id }) => id)) });
  const byId = new Map(found.map((row) => [row.id, row as T]));
  return ids.flatMap(({ id }) => byId.get(id) ?? []);
}
