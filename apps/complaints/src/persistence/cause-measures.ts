import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { Database, whereAfter, whereEquals, whereTyped, type ListCondition, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { In } from 'typeorm';
import { measureErrors } from '../domain/measure-errors';
import { lastActAfter } from '../domain/last-act';
import type { MeasureState } from '../domain/measure-states';
import { toMeasureEvent, type MeasureEvent } from '../measure-events';
import { CauseMeasure } from './cause-measure.entity';
import { keepLateReason } from './late-reasons';

export interface MeasureFilter {
  limit: number;
  cursor?: PagePosition;
  siteId?: string;
  month?: string;
  status?: MeasureState;
  ownerId?: string;
  q?: string;
}

/** Measures against causes as they are written and read: the row and the event that says why, always together. */
@Injectable()
export class CauseMeasures {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  insert(tx: Transaction, measure: CauseMeasure, act: Act): void {
    tx.save(measure);
    keepLateReason(tx, measure, act);
    this.ledger.append(tx, toMeasureEvent(measure, act, { kind: 'set' }));
  }

  /** One at a time sets measures of a site: what it finds stays true until COMMIT. */
  async lockSite(tx: Transaction, siteId: string): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('measures of ' || $1::text, 0))`, [siteId]);
  }

  /** Those of a month, and whichever of earlier ones nobody reviewed. */
  ofMonth(tx: Transaction, siteId: string, month: string): Promise<Array<Pick<CauseMeasure, 'number' | 'month' | 'source' | 'cause'>>> {
    return tx.query(
      `SELECT number, month, source, cause FROM cause_measure WHERE site_id = $1 AND (month = $2 OR (month < $2 AND state <> 'reviewed')) ORDER BY number`,
      [siteId, month],
    );
  }

  /** @throws measureUnknown (404), stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ measure: CauseMeasure; act: Act }> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'm.id', siteColumn: 'm.site_id', firstParam: 2 });
    const judge = `SELECT 1 FROM cause_measure m WHERE m.id = $1 AND ${access.sql}`;
    if (!(await lockThenJudge(tx, lockRow('cause_measure'), judge, [id, ...access.params]))) throw measureErrors.unknown();
    const measure = await tx.manager.findOneByOrFail(CauseMeasure, { id });
    assertFresh(command, measure.version);
    return { measure, act: actOf(tx, command, measure.siteId, input, measure.lastHappenedAt) };
  }

  /** The measure a clock is about. */
  lock(tx: Transaction, id: string): Promise<CauseMeasure> {
    return tx.manager.findOneOrFail(CauseMeasure, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  advance(tx: Transaction, measure: CauseMeasure, act: Act, event: MeasureEvent, changes: Partial<CauseMeasure> = {}): void {
    const lastHappenedAt = lastActAfter(event.kind, act.happenedAt, measure.lastHappenedAt);
    Object.assign(measure, { ...changes, version: measure.version + 1, lastHappenedAt, changedAt: tx.now });
    tx.save(measure);
    keepLateReason(tx, measure, act);
    this.ledger.append(tx, toMeasureEvent(measure, act, event));
  }

  async one(principal: Principal, id: string, operation: OperationKey = 'complaints.readCauseMeasure'): Promise<CauseMeasure | undefined> {
    return (await this.select(principal, operation, whereEquals('m.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, siteId, month, status, ownerId, q }: MeasureFilter): Promise<Page<CauseMeasure>> {
    const conditions = [
      ...whereEquals('m.site_id', siteId),
      ...whereEquals('m.month', month),
      ...whereEquals('m.state', status),
      ...whereEquals('m.owner_id', ownerId),
      ...whereAfter('m', cursor),
    ];
    if (q !== undefined) {
      const typed = whereTyped('m', q);
      if (!typed) return { items: [], nextCursor: null };
      conditions.push(typed);
    }
    const rows = await this.select(principal, 'complaints.listCauseMeasures', conditions, limit + 1);
    return toPage(rows, limit, (row) => ({ at: row.recordedAt.toISOString(), id: row.id }));
  }

  private async select(principal: Principal, operation: OperationKey, conditions: readonly ListCondition[], limit: number): Promise<CauseMeasure[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'm.id', siteColumn: 'm.site_id', firstParam: params.length + 1 });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    const ids = await this.database.query<{ id: string }>(
      `SELECT m.id FROM cause_measure m WHERE ${where} ORDER BY m.recorded_at DESC, m.id DESC LIMIT ${limit}`,
      [...params, ...access.params],
    );
    const found = new Map((await this.database.dataSource.getRepository(CauseMeasure).findBy({ id: In(ids.map(({ id }) => id)) })).map((row) => [row.id, row]));
    return ids.flatMap(({ id }) => found.get(id) ?? []);
  }
}
