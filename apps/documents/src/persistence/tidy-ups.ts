import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge, type OperationKey } from '@property-office/access';
import { systemActor, type Principal } from '@property-office/contracts';
import { toPage, type Page, type PagePosition } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { Database, whereAfter, whereEquals, type ListCondition, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { cancelTimersOf, eventIdOf, TimerLoop, type Timer } from '@property-office/timers';
import type { MissingCounts } from '../domain/tidy-up';
import { tidyUpErrors } from '../domain/tidy-up-errors';
import { tidyUpTimerKind } from './begin-tidy-up';

/** The yearly tidy-up of a site (年度整理): its papers of a year are arranged and handed to the archives. */
export interface TidyUp {
  id: string;
  siteId: string;
  year: number;
  /** Counts its events; 0 before the first. */
  version: number;
  dueAt: Date;
  reminders: number;
  finishedBy: string | null;
  finishedFor: string | null;
  finishedAt: Date | null;
  /** What was missing when it was finished, and why. */
  missing: MissingCounts | null;
  missingReason: string | null;
  recordedAt: Date;
}

const columns = `t.id, t.site_id AS "siteId", t.year, t.version, t.due_at AS "dueAt", t.reminders, t.finished_by AS "finishedBy", t.finished_for AS "finishedFor",
  t.finished_at AS "finishedAt", t.missing, t.missing_reason AS "missingReason", t.recorded_at AS "recordedAt"`;

@Injectable()
export class TidyUps implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly timers: TimerLoop,
  ) {}

  onModuleInit(): void {
    this.timers.on(tidyUpTimerKind, (tx, timer) => this.remind(tx, timer));
  }

  async one(principal: Principal, id: string): Promise<TidyUp | undefined> {
    return (await this.select(principal, 'documents.readTidyUp', whereEquals('t.id', id), 1))[0];
  }

  async page(principal: Principal, { limit, cursor, siteId }: { limit: number; cursor?: PagePosition; siteId?: string }): Promise<Page<TidyUp>> {
    const rows = await this.select(principal, 'documents.listTidyUps', [...whereEquals('t.site_id', siteId), ...whereAfter('t', cursor)], limit + 1);
    return toPage(rows, limit, ({ recordedAt, id }) => ({ at: recordedAt.toISOString(), id }));
  }

  /** @throws tidyUpUnknown (404) where there is none, or none of theirs; stale (412); the errors of `actOf` */
  async lockForAct(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<{ tidyUp: TidyUp; act: Act }> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', firstParam: 2, objectColumn: 't.id', siteColumn: 't.site_id' });
    const judge = `SELECT ${columns} FROM tidy_up t WHERE t.id = $1 AND ${access.sql}`;
    const tidyUp = await lockThenJudge<TidyUp & Record<string, unknown>>(tx, lockRow('tidy_up'), judge, [id, ...access.params]);
    if (!tidyUp) throw tidyUpErrors.tidyUpUnknown();
    assertFresh(command, tidyUp.version);
    return { tidyUp, act: actOf(tx, command, tidyUp.siteId, input) };
  }

  /** A locked one is done: nobody is reminded any more. */
  finish(tx: Transaction, tidyUp: TidyUp, { actor, happenedAt }: Act, missing: MissingCounts, missingReason: string | null): TidyUp {
    const { id, siteId, year, dueAt } = tidyUp;
    const finished = { ...tidyUp, version: tidyUp.version + 1, finishedBy: actor.personId, finishedFor: actor.forPersonId ?? null, finishedAt: happenedAt, missing, missingReason };
    tx.send('UPDATE tidy_up SET version = $2, finished_by = $3, finished_for = $4, finished_at = $5, missing = $6, missing_reason = $7 WHERE id = $1', [
      id,
      finished.version,
      finished.finishedBy,
      finished.finishedFor,
      happenedAt,
      JSON.stringify(missing),
      missingReason,
    ]);
    const data = { year, ...missing, inTime: happenedAt < dueAt };
    this.ledger.append(tx, { type: 'documents.tidy-up-finished.v1', aggregateId: id, aggregateVersion: finished.version, siteId, happenedAt, actor, data });
    cancelTimersOf(tx, id);
    return finished;
  }

  private async remind(tx: Transaction, timer: Timer): Promise<void> {
    const [tidyUp] = await tx.query<TidyUp & Record<string, unknown>>(`SELECT ${columns} FROM tidy_up t WHERE t.id = $1 FOR UPDATE`, [timer.aggregateId]);
    if (!tidyUp || tidyUp.finishedAt) return;
    const { id, siteId, year, dueAt } = tidyUp;
    tx.send('UPDATE tidy_up SET version = version + 1, reminders = reminders + 1 WHERE id = $1', [id]);
    this.ledger.append(tx, {
      id: eventIdOf(timer),
      type: 'documents.tidy-up-reminded.v1',
      aggregateId: id,
      aggregateVersion: tidyUp.version + 1,
      siteId,
      happenedAt: tx.now,
      actor: systemActor,
      data: { year, dueAt: dueAt.toISOString(), late: tx.now >= dueAt },
    });
  }

  private select(principal: Principal, operation: OperationKey, conditions: ListCondition[], limit: number): Promise<TidyUp[]> {
    const params = conditions.map(({ value }) => value);
    const access = accessCondition(principal, { operation, right: 'read', firstParam: params.length + 1, objectColumn: 't.id', siteColumn: 't.site_id' });
    const where = [...conditions.map(({ sql }, i) => sql(`$${i + 1}`)), access.sql].join(' AND ');
    return this.database.query<TidyUp & Record<string, unknown>>(
      `SELECT ${columns} FROM tidy_up t WHERE ${where} ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${Number(limit)}`,
      [...params, ...access.params],
    );
  }
}
