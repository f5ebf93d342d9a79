import { accessCondition, type OperationKey } from '@property-office/access';
import type { Principal, Retention } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { whereAfter, whereEquals, type Database, type ListCondition, type Transaction } from '@property-office/persistence';
import { In, type FindOptionsWhere } from 'typeorm';
import { recordAccess } from '../../persistence/record-access';

export interface ListFilter<State> {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  status?: State;
}

/** What every list of records has, whatever is to become of them. */
export interface RecordList {
  id: string;
  recordedAt: Date;
}

/** One record as lists show it. */
export interface ShownRecord {
  recordId: string;
  archiveNumber: string;
  title: string;
  carrier: string;
  category: string;
  year: number;
  retention: Retention;
  keptUntilYear: number | null;
  held: boolean;
  proof: string;
  recordedAt: Date;
}

export const shownColumns = `s.id AS "recordId", r.archive_number AS "archiveNumber", d.title, d.carrier, r.category, r.year, r.retention, kept_until_year(r.id) AS "keptUntilYear", s.held, r.proof,
  s.recorded_at AS "recordedAt"`;
export const shownFrom = 'FROM record_state s JOIN record r ON r.id = s.id JOIN record_description d ON d.record_id = s.id AND d.version = s.description';

type Kind<L extends RecordList> = new () => L;

/** Lists of one kind, as a principal may see them, the last recorded first; the condition is part of the query. */
export async function listsOf<L extends RecordList>(
  database: Database,
  kind: Kind<L>,
  principal: Principal,
  operation: OperationKey,
  { limit, cursor, siteId, status }: ListFilter<string>,
): Promise<Page<L>> {
  const conditions = [...whereEquals('t.site_id', siteId), ...whereEquals('t.state', status), ...whereAfter('t', cursor)];
  return toPage(await select(database, kind, principal, operation, conditions, limit + 1), limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
}

/** @returns undefined where there is none, or none of theirs */
export async function listById<L extends RecordList>(database: Database, kind: Kind<L>, principal: Principal, operation: OperationKey, id: string): Promise<L | undefined> {
  return (await select(database, kind, principal, operation, whereEquals('t.id', id), 1))[0];
}

/** Of the records of a list, those the principal may see, by their numbers. */
export async function shownRecords(on: Database | Transaction, principal: Principal, ids: readonly string[]): Promise<ShownRecord[]> {
  const access = recordAccess(principal, 'archives.readRecord', 'read', 2);
  return on.query<ShownRecord & Record<string, unknown>>(`SELECT ${shownColumns} ${shownFrom} WHERE s.id = ANY ($1) AND ${access.sql} ORDER BY r.archive_number`, [ids, ...access.params]);
}

async function select<L extends RecordList>(database: Database, kind: Kind<L>, principal: Principal, operation: OperationKey, conditions: readonly ListCondition[], limit: number): Promise<L[]> {
  const params = conditions.map(({ value }) => value);
  const access = accessCondition(principal, { operation, right: 'read', objectColumn: 't.id', siteColumn: 't.site_id', firstParam: params.length + 1 });
  const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
  const repository = database.dataSource.getRepository<L>(kind);
  const ids = await database.query<{ id: string }>(
    `SELECT t.id FROM ${repository.metadata.tableName} t WHERE ${where} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${Number(limit)}`,
    [...params, ...access.params],
  );
  const found = new Map((await repository.findBy({ id: In(ids.map(({ id }) => id)) } as FindOptionsWhere<L>)).map((row) => [row.id, row]));
  return ids.flatMap(({ id }) => found.get(id) ?? []);
}
