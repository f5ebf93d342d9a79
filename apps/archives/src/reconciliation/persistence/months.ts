import { Injectable } from '@nestjs/common';
import { accessCondition, lockRow, lockThenJudge } from '@property-office/access';
import { monthAfter, monthBegins, monthOf } from '@property-office/calendar';
import { systemActor } from '@property-office/contracts';
import type { RuleBook } from '@property-office/deadlines';
import { derivedId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { Database, type Transaction } from '@property-office/persistence';
import { actOf, assertFresh, type Act, type ActFields, type CommandContext } from '@property-office/service-kit';
import { endedMonths } from '../domain/calendar-month';
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

/** Asking all sources takes less. */
const leaseSeconds = 120;
const beginAtOnce = 20;

/** A month of a site, by the wall clock there. */
export interface SiteMonth {
  siteId: string;
  month: string;
  timeZone: string;
}

const monthId = (siteId: string, month: string): string => derivedId('archive-month', siteId, month);

/** Months as they are acted on: the row and the event that says why, always together. */
@Injectable()
export class Months {
  constructor(
    private readonly ledger: Ledger,
    private readonly database: Database,
  ) {}

  /** Months that are over and not begun, of every site one after the other without a gap. */
  async ended(book: RuleBook): Promise<SiteMonth[]> {
    const sites = await this.database.query<{ siteId: string; since: Date; last: string | null; now: Date }>(
      `SELECT f.site_id AS "siteId", f.reconciled_since AS since, (SELECT max(month) FROM archive_month a WHERE a.site_id = f.site_id) AS last, platform.now() AS now
       FROM fonds f ORDER BY 1`,
    );
    const ended = sites.flatMap(({ siteId, since, last, now }) => {
      const { timeZone } = book.of(siteId, now).calendars.desk;
      return endedMonths(last === null ? monthOf(timeZone, since) : monthAfter(last), timeZone, now).map((month) => ({ siteId, month, timeZone }));
    });
    return ended.slice(0, beginAtOnce);
  }

  /** A month that is over, once for a site; it begins where the one before ends, also by another clock. @returns undefined where it was begun before */
  async begin(tx: Transaction, { siteId, month, timeZone }: SiteMonth): Promise<ArchiveMonth | undefined> {
    const id = monthId(siteId, month);
    const made = await tx.query(
      `INSERT INTO archive_month (id, site_id, month, time_zone, from_at, to_at, version, state, episode, ask_at, last_happened_at, recorded_at, changed_at)
       SELECT $1, $2, $3, $4, coalesce(max(to_at), $5), $6, 1, 'reconciling', 1, $7, $6, $7, $7 FROM archive_month WHERE site_id = $2 AND month < $3
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, siteId, month, timeZone, monthBegins(timeZone, month), monthBegins(timeZone, monthAfter(month)), tx.now],
    );
    if (made.length === 0) return undefined;
    const begun = await tx.manager.findOneByOrFail(ArchiveMonth, { id });
    this.ledger.append(tx, toMonthEvent(begun, { actor: systemActor, happenedAt: tx.now }, { kind: 'ended' }));
    return begun;
  }

  /** One whose sources are to be asked, for this process alone. Registers of repairs of a site are made one after the other: what is in one is not in the next. */
  async lease(): Promise<ArchiveMonth | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      `UPDATE archive_month SET leased_until = clock_timestamp() + $1 * interval '1 second' WHERE id = (
         SELECT id FROM archive_month m WHERE ask_at <= platform.now() AND (leased_until IS NULL OR leased_until < clock_timestamp())
           AND NOT EXISTS (SELECT 1 FROM archive_month b WHERE b.site_id = m.site_id AND b.month < m.month AND NOT EXISTS (SELECT 1 FROM repair_register r WHERE r.month_id = b.id))
         ORDER BY ask_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id`,
      [leaseSeconds],
    );
    return row && (await this.database.dataSource.getRepository(ArchiveMonth).findOneByOrFail({ id: row.id }));
  }

  /** A source did not answer: other months have their turn before it is asked again. */
  async giveBack(id: string): Promise<void> {
    await this.database.query(
      `UPDATE archive_month SET leased_until = NULL, ask_at = platform.now() + interval '1 minute', unanswered_since = coalesce(unanswered_since, platform.now()) WHERE id = $1`,
      [id],
    );
  }

  /** How long sources of a month have been asked in vain, of the one that waits longest. */
  async unansweredSeconds(): Promise<number> {
    const [row] = await this.database.query<{ seconds: number }>('SELECT coalesce(extract(epoch FROM platform.now() - min(unanswered_since)), 0)::float8 AS seconds FROM archive_month');
    return row!.seconds;
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
  async lockOf(tx: Transaction, siteId: string, happenedAt: Date): Promise<ArchiveMonth | null> {
    const [row] = await tx.query<{ id: string }>('SELECT id FROM archive_month WHERE site_id = $1 AND from_at <= $2 AND to_at > $2', [siteId, happenedAt]);
    return row ? this.lock(tx, row.id) : null;
  }

  /** Changes a locked month and records why; its version counts every event. */
  advance(tx: Transaction, month: ArchiveMonth, act: Act, event: MonthEvent, changes: Partial<ArchiveMonth> = {}): void {
    const follows = act.actor.role !== systemActor.role && act.happenedAt > month.lastHappenedAt;
    Object.assign(month, { ...changes, version: month.version + 1, lastHappenedAt: follows ? act.happenedAt : month.lastHappenedAt, changedAt: tx.now });
    tx.save(month);
    this.ledger.append(tx, toMonthEvent(month, act, event));
  }

  /** Something of it changed: its sources are asked at once. */
  askNow(tx: Transaction, { id }: ArchiveMonth): void {
    tx.send('UPDATE archive_month SET ask_at = $2, leased_until = NULL WHERE id = $1', [id, tx.now]);
  }

  /** Its sources have answered. @param hours until they are asked again */
  askedUntil(tx: Transaction, { id }: ArchiveMonth, hours: number): void {
    tx.send('UPDATE archive_month SET ask_at = $2, leased_until = NULL, unanswered_since = NULL WHERE id = $1', [id, new Date(tx.now.getTime() + hours * 3_600_000)]);
  }
}
