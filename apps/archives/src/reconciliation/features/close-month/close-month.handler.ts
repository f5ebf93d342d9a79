import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { monthErrors } from '../../domain/errors';
import { figuresOf, isSettled, unsettledOf } from '../../domain/month-figures';
import type { ArchiveMonth } from '../../persistence/archive-month.entity';
import { MonthCases } from '../../persistence/month-cases';
import { MonthClocks } from '../../persistence/month-clocks';
import { Months } from '../../persistence/months';
import { closedAgainInHours, ReconcileMonth } from '../../reconcile-month';
import type { Said } from '../../sources/told';
import type { CloseMonthDto } from './close-month.dto';

/** Somebody says that the month is done, by what the sources have at that moment: refused while anything is missing or open without a reason. */
@Injectable()
export class CloseMonthHandler {
  constructor(
    private readonly months: Months,
    private readonly cases: MonthCases,
    private readonly clocks: MonthClocks,
    private readonly reconcile: ReconcileMonth,
  ) {}

  /** @throws monthUnknown (404), monthUnsettled, monthMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { remarks, ...input }: CloseMonthDto, said: Said): Promise<ArchiveMonth> {
    const { month, act, state } = await this.months.lockForMove(tx, command, id, 'close', input);
    this.reconcile.put(tx, month, said);
    const cases = await this.cases.all(tx, month);
    const left = unsettledOf(cases);
    if (!isSettled(left)) throw monthErrors.monthUnsettled(left);
    await this.clocks.stop(tx, month, act.happenedAt);
    const figures = figuresOf(cases);
    const closed = { closedBy: act.actor.personId, closedFor: act.actor.forPersonId ?? null, closedAt: act.happenedAt, closedFigures: figures };
    this.months.advance(tx, month, act, { kind: 'closed', figures }, { state, remarks: remarks ?? null, ...closed });
    this.months.askedUntil(tx, month, closedAgainInHours);
    return month;
  }
}
