import { Injectable } from '@nestjs/common';
import { wideGrants, type OperationKey } from '@property-office/access';
import type { LoanForm, Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition } from '@property-office/persistence';
import { In } from 'typeorm';
import type { LoanState } from '../domain/loan-states';
import { lendingAccess, lentColumns, lentJoin, type LentRecord } from './lent-records';
import { Loan } from './loan.entity';
import { lent, type LentLoan } from './loans';

export interface LoanFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  status?: LoanState;
  form?: LoanForm;
  recordId?: string;
  borrowerId?: string;
  /** Out after its date. */
  overdue?: boolean;
  /** Waits for a decision that whoever asks may take. */
  toDecide?: boolean;
  q?: string;
}

/** Reading what a principal may see; the condition is part of every query. */
@Injectable()
export class ReadLoans {
  constructor(private readonly database: Database) {}

  async one(principal: Principal, id: string, operation: OperationKey = 'archives.readLoan'): Promise<LentLoan | undefined> {
    return (await this.select(principal, operation, whereEquals('l.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, siteId, status, form, recordId, borrowerId, overdue, toDecide, q }: LoanFilter): Promise<Page<LentLoan>> {
    const search = q === undefined ? undefined : whereTyped('l', q);
    if (q !== undefined && !search) return { items: [], nextCursor: null };
    const conditions = [
      ...whereEquals('l.site_id', siteId),
      ...whereEquals('l.state', status),
      ...whereEquals('l.form', form),
      ...whereEquals('l.record_id', recordId),
      ...whereEquals('l.borrower_id', borrowerId),
      ...whereEquals(`(l.state IN ('handed-over', 'recalled') AND l.due_at < platform.now())`, overdue),
      ...(toDecide === undefined ? [] : decidedBy(principal, 'archives.approveLoan', toDecide, ['l.borrower_id', 'l.borrower_for'])),
      ...(search ? [search] : []),
      ...whereAfter('l', cursor),
    ];
    const rows = await this.select(principal, 'archives.listLoans', conditions, limit + 1);
    return toPage(rows, limit, ({ loan: { recordedAt, id } }) => ({ at: recordedAt.toISOString(), id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: readonly ListCondition[], limit: number): Promise<LentLoan[]> {
    const params = conditions.map(({ value }) => value);
    const access = lendingAccess(principal, operation, 'read', params.length + 1);
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const rows = await this.database.query<LentRecord & { id: string } & Record<string, unknown>>(
      `SELECT l.id, ${lentColumns} FROM loan l ${lentJoin} WHERE ${where} ORDER BY l.recorded_at DESC, l.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
    const found = await this.database.dataSource.getRepository(Loan).findBy({ id: In(rows.map(({ id }) => id)) });
    const byId = new Map(found.map((loan) => [loan.id, loan]));
    return rows.flatMap(({ id, ...record }) => (byId.has(id) ? [lent(byId.get(id)!, record)] : []));
  }
}

/** What waits for a decision of theirs: of another person, and of an important thing where they are the director or stand in for them. */
export function decidedBy(principal: Principal, operation: OperationKey, wanted: boolean, asked: readonly [string, string]): ListCondition[] {
  const wide = wideGrants(principal, operation);
  const sites = (grants: typeof wide) => grants.flatMap(({ siteId }) => siteId ?? []);
  const [by, behind] = asked;
  const value = { me: principal.personId, sites: sites(wide), directing: sites(wide.filter(({ role }) => role === 'director')) };
  const among = (p: string, key: 'sites' | 'directing') => `${p}::jsonb -> '${key}' ? l.site_id::text`;
  return [
    {
      sql: (p) =>
        `(l.state = 'asked' AND ${by}::text <> ${p}::jsonb ->> 'me' AND ${behind}::text IS DISTINCT FROM ${p}::jsonb ->> 'me' AND ${among(p, 'sites')}
          AND (NOT l.important OR ${among(p, 'directing')})) = (${p}::jsonb -> 'wanted')::boolean`,
      value: JSON.stringify({ ...value, wanted }),
    },
  ];
}
