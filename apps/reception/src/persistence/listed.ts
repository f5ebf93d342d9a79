import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { planSearch, toPage, type Page, type PagePosition } from '@property-office/kernel';
import { whereAfter, type Database } from '@property-office/persistence';
import { In, type ObjectLiteral } from 'typeorm';

interface Listed extends ObjectLiteral {
  id: string;
  recordedAt: Date;
}

/** A condition on the columns of `t`; its placeholder is put in. */
export interface Condition {
  sql: (placeholder: string) => string;
  value: unknown;
}

export const equals = (column: string, value: unknown): Condition[] => (value === undefined ? [] : [{ sql: (p) => `t.${column} = ${p}`, value }]);

/** What was typed into a search box, looked up in `search_text` and `search_words`. @returns undefined: nothing to look for */
export function typed(q: string): Condition | undefined {
  const plan = planSearch(q);
  if (!plan) return undefined;
  return plan.kind === 'substring'
    ? { sql: (p) => `t.search_text LIKE ${p}`, value: plan.pattern }
    : { sql: (p) => `t.search_words @> ${p}::text[]`, value: plan.words };
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
  return (await select(database, principal, operation, source, equals('id', id), 1))[0];
}

/** One page of what a principal may see, newest first (api.md). */
export async function readPage<T extends Listed>(
  database: Database,
  principal: Principal,
  operation: OperationKey,
  source: Source<T>,
  conditions: Condition[],
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
  conditions: Condition[],
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
