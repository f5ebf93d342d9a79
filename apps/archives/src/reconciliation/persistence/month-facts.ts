import { Injectable } from '@nestjs/common';
import { systemActor, type Reopening } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { factOf, figuresOf } from '../domain/month-figures';
import { afterMonthFact } from '../domain/month-states';
import type { RecordProposal } from '../../persistence/record-proposal.entity';
import type { ArchiveMonth } from './archive-month.entity';
import { MonthCases, type MonthCase } from './month-cases';
import { MonthClocks } from './month-clocks';
import { Months, type SiteMonth } from './months';

/** What follows for a month from what its sources say and what is proposed. */
@Injectable()
export class MonthFacts {
  constructor(
    private readonly months: Months,
    private readonly cases: MonthCases,
    private readonly clocks: MonthClocks,
  ) {}

  /** A month that is over, once for a site: until it agrees, somebody has to see to it. */
  async begin(tx: Transaction, ended: SiteMonth): Promise<ArchiveMonth | undefined> {
    const month = await this.months.begin(tx, ended);
    if (month) await this.clocks.start(tx, month);
    return month;
  }

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
    const rows = await tx.query<{ id: string }>(
      `SELECT m.id FROM record_proposal p JOIN archive_month m ON m.site_id = p.site_id AND p.happened_at >= m.from_at AND p.happened_at < m.to_at
       WHERE p.id = ANY ($1) AND p.source_type <> 'repair-register'
       UNION SELECT e.month_id FROM record_proposal p JOIN month_event e ON e.event_id = p.source_event_id WHERE p.id = ANY ($1) AND p.source_type = 'repair-register' ORDER BY 1`,
      [proposals.map(({ id }) => id)],
    );
    const locked: ArchiveMonth[] = [];
    for (const { id } of rows) locked.push((await this.months.lock(tx, id))!);
    return locked;
  }

  /** Something of a locked month was proposed after it was over: its sources are asked at once what they have of it now. */
  async changed(tx: Transaction, month: ArchiveMonth, because: Reopening): Promise<void> {
    this.months.askNow(tx, month);
    await this.recount(tx, month, because);
  }

  /** Counts a locked month and says what follows; before its sources were asked, nothing does. @returns its cases */
  async recount(tx: Transaction, month: ArchiveMonth, because: Reopening): Promise<MonthCase[]> {
    const cases = await this.cases.all(tx, month);
    const fact = month.toldAt ? factOf(month.state, cases) : undefined;
    const state = fact && afterMonthFact(month.state, fact);
    if (!state) return cases;
    const act: Act = { actor: systemActor, happenedAt: tx.now };
    const figures = figuresOf(cases);
    if (fact === 'agrees') {
      await this.clocks.stop(tx, month, tx.now);
      this.months.advance(tx, month, act, { kind: 'agreed', figures }, { state });
      return cases;
    }
    // The clock that runs from its end on goes on where it differs from the first; later each time has one of its own.
    const runs = month.state === 'reconciling';
    const episode = runs ? month.episode : month.episode + 1;
    if (state === 'reopened') this.months.advance(tx, month, act, { kind: 'reopened', because, figures }, { state, episode, reopenedAt: tx.now, reopenedBecause: because });
    else this.months.advance(tx, month, act, { kind: 'differed', figures }, { state, episode });
    if (!runs) await this.clocks.start(tx, month);
    return cases;
  }
}
