import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import { systemActor } from '@property-office/contracts';
import { derivedId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { calendarMonth, monthOf } from '../domain/calendar-month';
import { monthErrors, monthStateAfter } from '../domain/errors';
import type { MonthEvent } from '../domain/month-event';
import type { MonthMove, MonthState } from '../domain/month-states';
import { toMonthEvent } from '../events';
import { ArchiveMonth } from './archive-month.entity';

/** Locked until COMMIT: whoever holds it is the only one to change it. */
export interface LockedMonth {
  month: ArchiveMonth;
  act: Act;
  /** Where the move leads. */
  state: MonthState;
}

/** What was entered in the evening, or is on its way, is there by then. */
const graceHours = 6;
/** Asking all sources takes less. */
const leaseSeconds = 120;
const beginAtOnce = 20;

export const monthId = (siteId: string, month: string): string => derivedId('archive-month', siteId, month);

/** Months as they are acted on: the row and the event that says why, always together. */
@Injectable()
export class Months {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  /** Months that are over and not begun, of every site one after the other without a gap. */
  ended(): Promise<Array<{ siteId: string; month: string }>> {
    return this.database.query(
      `SELECT f.site_id AS "siteId", to_char(m.at, 'YYYY-MM') AS month FROM fonds f
       CROSS JOIN LATERAL (SELECT max(month) AS last FROM archive_month a WHERE a.site_id = f.site_id) begun
       CROSS JOIN LATERAL generate_series(
         coalesce(to_date(begun.last || '-01', 'YYYY-MM-DD') + interval '1 month', f.reconciled_from),
         date_trunc('month', (platform.now() - $1 * interval '1 hour') AT TIME ZONE 'Asia/Shanghai') - interval '1 month', interval '1 month') AS m(at)
       ORDER BY 1, 2 LIMIT $2`,
      [graceHours, beginAtOnce],
    );
  }

  /** A month that is over, once for a site. @returns undefined where it was begun before */
  async begin(tx: Transaction, siteId: string, month: string): Promise<ArchiveMonth | undefined> {
    const { from, to } = calendarMonth(month);
    const id = monthId(siteId, month);
    const made = await tx.query(
      `INSERT INTO archive_month (id, site_id, month, from_at, to_at, version, state, episode, ask_at, last_happened_at, recorded_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, 1, 'counting', 0, $6, $5, $6, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [id, siteId, month, from, to, tx.now],
    );
    if (made.length === 0) return undefined;
    const begun = await tx.manager.findOneByOrFail(ArchiveMonth, { id });
    this.ledger.append(tx, toMonthEvent(begun, { actor: systemActor, happenedAt: tx.now }, { kind: 'ended' }));
    return begun;
  }

  /** One whose sources are to be asked, for this process alone. */
  async lease(): Promise<ArchiveMonth | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `UPDATE archive_month SET leased_until = clock_timestamp() + $1 * interval '1 second' WHERE id = (
         SELECT id FROM archive_month WHERE ask_at <= platform.now() AND (leased_until IS NULL OR leased_until < clock_timestamp()) ORDER BY ask_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [leaseSeconds],
    );
    return row && (await this.database.dataSource.getRepository(ArchiveMonth).findOneByOrFail({ id: row.id }));
  }

  /** A source did not answer: other months have their turn before it is asked again. */
  async giveBack(id: string): Promise<void> {
    await this.database.query(`UPDATE archive_month SET leased_until = NULL, ask_at = platform.now() + interval '1 minute' WHERE id = $1`, [id]);
  }

  /** @throws monthUnknown (404), stale (412), monthMoveIllegal (409); the errors of `actOf` */
  async lockForMove(tx: Transaction, command: CommandContext, id: string, move: MonthMove, input: ActFields): Promise<LockedMonth> {
    const { principal, operation } = command;
    const access = accessCondition(principal, { operation, right: 'act', objectColumn: 'm.id', siteColumn: 'm.site_id', firstParam: 2 });
    const found = await lockThenJudge(tx, lockRow('archive_month'), `SELECT 1 FROM archive_month m WHERE m.id = $1 AND ${access.sql}`, [id, ...access.params]);
    if (!found) throw monthErrors.monthUnknown();
    const month = await tx.manager.findOneByOrFail(ArchiveMonth, { id });
    assertFresh(command, month.version);
    return { month, act: actOf(tx, command, month.siteId, input, month.lastHappenedAt), state: monthStateAfter(month.state, move) };
  }

  /** For what happens by itself. @returns null where there is none */
  lock(tx: Transaction, id: string): Promise<ArchiveMonth | null> {
    return tx.manager.findOne(ArchiveMonth, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The month of a site in which something happened, where it is over. Before what happened then is proposed. */
  lockOf(tx: Transaction, siteId: string, happenedAt: Date): Promise<ArchiveMonth | null> {
    return this.lock(tx, monthId(siteId, monthOf(happenedAt)));
  }

  /** Changes a locked month and records why; its version counts every event. */
  advance(tx: Transaction, month: ArchiveMonth, act: Act, event: MonthEvent, changes: Partial<ArchiveMonth> = {}): void {
    const follows = act.actor.role !== systemActor.role && act.happenedAt > month.lastHappenedAt;
    Object.assign(month, { ...changes, version: month.version + 1, lastHappenedAt: follows ? act.happenedAt : month.lastHappenedAt, changedAt: tx.now });
    tx.save(month);
    this.ledger.append(tx, toMonthEvent(month, act, event));
  }

  /** @param hours until its sources are asked again; 0: at once */
  askIn(tx: Transaction, { id }: ArchiveMonth, hours: number): void {
    tx.send('UPDATE archive_month SET ask_at = $2, leased_until = NULL WHERE id = $1', [id, new Date(tx.now.getTime() + hours * 3_600_000)]);
  }
}
