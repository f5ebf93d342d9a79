import { Injectable } from '@nestjs/common';
import { systemActor, type Reopening } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { monthOf } from '../domain/calendar-month';
import { figuresOf, isSettled, unsettledOf } from '../domain/month-figures';
import { afterMonthFact, unsettledStates } from '../domain/month-states';
import type { RecordProposal } from '../../persistence/record-proposal.entity';
import type { ArchiveMonth } from './archive-month.entity';
import { MonthCases, type MonthCase } from './month-cases';
import { MonthClocks } from './month-clocks';
import { monthId, Months } from './months';

/** What follows for a month from what its sources say and what is proposed. */
@Injectable()
export class MonthFacts {
  constructor(
    private readonly months: Months,
    private readonly cases: MonthCases,
    private readonly clocks: MonthClocks,
  ) {}

  /** Locks the month in which something happened, where it is over: what is proposed of it now changes it. Before anything else is locked. */
  async lockOf(tx: Transaction, siteId: string, happenedAt: Date): Promise<ArchiveMonth | null> {
    return this.months.lockOf(tx, siteId, happenedAt);
  }

  /** As `lockOf`, of what was proposed before: also of a register, which is of a month before it was made. */
  async lockFor(tx: Transaction, { sourceEventId, siteId, happenedAt, sourceType }: Pick<RecordProposal, 'sourceEventId' | 'siteId' | 'happenedAt' | 'sourceType'>): Promise<ArchiveMonth | null> {
    if (sourceType !== 'repair-register') return this.lockOf(tx, siteId, happenedAt);
    const [row] = await tx.query<{ id: string }>('SELECT month_id AS id FROM month_event WHERE event_id = $1', [sourceEventId]);
    return row ? this.months.lock(tx, row.id) : null;
  }

  /** As `lockFor`, the months of a batch of locked proposals, in the order of their ids. */
  async lockAll(tx: Transaction, proposals: readonly RecordProposal[]): Promise<ArchiveMonth[]> {
    const registers = proposals.filter(({ sourceType }) => sourceType === 'repair-register').map(({ sourceEventId }) => sourceEventId);
    const told = await tx.query<{ id: string }>('SELECT month_id AS id FROM month_event WHERE event_id = ANY ($1)', [registers]);
    const others = proposals.filter(({ sourceType }) => sourceType !== 'repair-register').map(({ siteId, happenedAt }) => monthId(siteId, monthOf(happenedAt)));
    const locked: ArchiveMonth[] = [];
    for (const id of [...new Set([...told.map((each) => each.id), ...others])].toSorted()) {
      const month = await this.months.lock(tx, id);
      if (month) locked.push(month);
    }
    return locked;
  }

  /** Something of a locked month was proposed after it was over: its sources are asked at once what they have of it now. */
  async changed(tx: Transaction, month: ArchiveMonth, because: Reopening): Promise<void> {
    this.months.askIn(tx, month, 0);
    await this.recount(tx, month, because);
  }

  /** Counts a locked month and says what follows; before its sources were asked, nothing does. @returns its cases */
  async recount(tx: Transaction, month: ArchiveMonth, because: Reopening): Promise<MonthCase[]> {
    const cases = await this.cases.all(tx, month);
    if (!month.toldAt) return cases;
    const fact = isSettled(unsettledOf(cases)) ? 'agrees' : 'differs';
    const state = afterMonthFact(month.state, fact);
    if (!state) return cases;
    const act: Act = { actor: systemActor, happenedAt: tx.now };
    const figures = figuresOf(cases);
    if (fact === 'agrees') {
      if (unsettledStates.includes(month.state)) await this.clocks.stop(tx, month, tx.now);
      this.months.advance(tx, month, act, { kind: 'agreed', figures }, { state });
      return cases;
    }
    const episode = month.episode + 1;
    if (state === 'reopened') this.months.advance(tx, month, act, { kind: 'reopened', because, figures }, { state, episode, reopenedAt: tx.now, reopenedBecause: because });
    else this.months.advance(tx, month, act, { kind: 'differed', figures }, { state, episode });
    await this.clocks.start(tx, month);
    return cases;
  }
}
