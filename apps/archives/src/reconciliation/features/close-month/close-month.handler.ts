import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { monthErrors } from '../../domain/errors';
import { figuresOf, isSettled, unsettledOf } from '../../domain/month-figures';
import { unsettledStates } from '../../domain/month-states';
import type { ArchiveMonth } from '../../persistence/archive-month.entity';
import { MonthCases } from '../../persistence/month-cases';
import { MonthClocks } from '../../persistence/month-clocks';
import { Months } from '../../persistence/months';
import { ReadMonths } from '../../persistence/read-months';
import { closedAgainInHours, ReconcileMonth } from '../../reconcile-month';
import type { Told } from '../../sources/told';
import type { CloseMonthDto } from './close-month.dto';

/** Somebody says that the month is done, by what the sources have at that moment: refused while anything is missing or open without a reason. */
@Injectable()
export class CloseMonthHandler {
  constructor(
    private readonly months: Months,
    private readonly reading: ReadMonths,
    private readonly cases: MonthCases,
    private readonly clocks: MonthClocks,
    private readonly reconcile: ReconcileMonth,
  ) {}

  /** What the sources have now. @throws monthUnknown (404), unavailable (503) */
  async prepare({ principal, operation }: CommandContext, id: string): Promise<Told[]> {
    const month = await this.reading.one(principal, id, operation);
    if (!month) throw monthErrors.monthUnknown();
    return this.reconcile.told(month);
  }

  /** @throws monthUnknown (404), monthUnsettled, monthMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { remarks, ...input }: CloseMonthDto, told: readonly Told[]): Promise<ArchiveMonth> {
    const { month, act, state } = await this.months.lockForMove(tx, command, id, 'close', input);
    this.reconcile.put(tx, month, told);
    const cases = await this.cases.all(tx, month);
    const left = unsettledOf(cases);
    if (!isSettled(left)) throw monthErrors.monthUnsettled(left);
    if (unsettledStates.includes(month.state)) await this.clocks.stop(tx, month, act.happenedAt);
    const figures = figuresOf(cases);
    const closed = { closedBy: act.actor.personId, closedFor: act.actor.forPersonId ?? null, closedAt: act.happenedAt, closedFigures: figures };
    this.months.advance(tx, month, act, { kind: 'closed', figures }, { state, remarks: remarks ?? null, ...closed });
    this.months.askIn(tx, month, closedAgainInHours);
    return month;
  }
}
