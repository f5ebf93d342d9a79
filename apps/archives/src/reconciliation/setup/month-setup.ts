import type { OperationKey } from '@property-office/access';
import { monthOf } from '@property-office/calendar';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import type { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { derivedId } from '@property-office/kernel';
import type { AcceptRecord } from '../../features/accept-proposal/accept-record';
import { ProposeAgainHandler } from '../../features/propose-again/propose-again.handler';
import { ProposeRecordHandler } from '../../features/propose-record/propose-record.handler';
import { ReturnProposalHandler } from '../../features/return-proposal/return-proposal.handler';
import type { Proposals } from '../../persistence/proposals';
import type { Settings } from '../../persistence/settings';
import type { MonthState } from '../domain/month-states';
import { CloseMonthHandler } from '../features/close-month/close-month.handler';
import type { ArchiveMonth } from '../persistence/archive-month.entity';
import { MonthCases } from '../persistence/month-cases';
import { MonthClocks } from '../persistence/month-clocks';
import { MonthFacts } from '../persistence/month-facts';
import { Months, type SiteMonth } from '../persistence/months';
import { RepairRegisters } from '../persistence/repair-registers';
import { ReconcileMonth } from '../reconcile-month';

/** The months before this one, the last last: of that the register still waits to become a record. */
const shown: readonly MonthState[] = ['closed', 'reopened', 'agreed', 'differing', 'reconciling'];
/** Returned, and proposed again: after the month was closed, or before. */
const proposedAgain: readonly MonthState[] = ['reopened', 'differing'];
const askedNobody = undefined as never;
const day = 24;

/** Months of the archives as the demonstration shows them: in each state one, with the register of a month in which nothing was repaired. */
export class MonthSetup {
  readonly propose: ProposeRecordHandler;
  private readonly rules: OfficeRules;
  private readonly months: Months;
  private readonly clocks: MonthClocks;
  private readonly cases: MonthCases;
  readonly facts: MonthFacts;
  private readonly registers: RepairRegisters;

  constructor(
    private readonly tx: Transaction,
    private readonly database: Database,
    ledger: Ledger,
    settings: Settings,
    private readonly proposals: Proposals,
  ) {
    this.months = new Months(ledger, database);
    this.rules = new OfficeRules(database);
    this.clocks = new MonthClocks(new Deadlines(this.rules, new TimerLoop(database, { warn: () => undefined })), this.months);
    this.clocks.onModuleInit();
    this.cases = new MonthCases(database);
    this.facts = new MonthFacts(this.months, this.cases, this.clocks);
    this.propose = new ProposeRecordHandler(settings, proposals, this.facts);
    this.registers = new RepairRegisters(database, ledger, this.propose);
  }

  async bringAll(siteId: string, by: (operation: OperationKey) => CommandContext, accepting: AcceptRecord): Promise<void> {
    const { timeZone } = (await this.rules.book(this.tx)).of(siteId, this.tx.now).calendars.desk;
    const [year, month] = monthOf(timeZone, this.tx.now).split('-').map(Number) as [number, number];
    for (const [i, state] of shown.entries()) {
      const at = new Date(Date.UTC(year, month - 1 - shown.length + i, 15));
      const counted = await this.counted({ siteId, month: monthOf(timeZone, at), timeZone });
      await this.bring(counted.id, state, by, accepting);
    }
  }

  /** Over, and told of nothing but its register, which waits to become a record. */
  private async counted(ended: SiteMonth): Promise<ArchiveMonth> {
    const { tx } = this;
    const month = (await this.facts.begin(tx, ended))!;
    tx.save(Object.assign(month, { toldAt: tx.now }));
    await this.registers.make(tx, month, [], 1);
    await this.facts.recount(tx, month, 'counted');
    this.months.askedUntil(tx, month, day);
    return month;
  }

  private async bring(id: string, state: MonthState, by: (operation: OperationKey) => CommandContext, accepting: AcceptRecord): Promise<void> {
    if (state === 'reconciling') return;
    const { tx } = this;
    const proposalId = derivedId('record-proposal', derivedId('repair-register-made', id));
    if (proposedAgain.includes(state)) await new ReturnProposalHandler(this.proposals, this.facts).execute(tx, by('archives.returnProposal'), proposalId, { reason: '缺工程部负责人签字' });
    else {
      const command = by('archives.acceptProposal');
      const locked = await this.proposals.lockForMove(tx, command, proposalId, 'accept', {});
      const [matter] = await this.registers.matters([locked.proposal.sourceId], tx);
      await accepting.execute(tx, command.principal, locked, { matter: matter!, files: [], complete: true }, {});
    }
    await this.facts.recount(tx, (await this.months.lock(tx, id))!, 'counted');
    if (state === 'closed' || state === 'reopened') {
      const reconcile = new ReconcileMonth(this.database, this.rules, this.months, askedNobody, this.cases, this.facts, this.registers, askedNobody);
      const said = { askedAt: tx.now, proposing: [], done: [] };
      await new CloseMonthHandler(this.months, this.cases, this.clocks, reconcile).execute(tx, by('archives.closeMonth'), id, {}, said);
    }
    if (proposedAgain.includes(state)) await new ProposeAgainHandler(askedNobody, askedNobody, this.proposals, this.facts, askedNobody).execute(tx, by('archives.proposeAgain'), proposalId, { remarks: '已补签' });
    // Its sources are asked in their turn.
    this.months.askedUntil(tx, (await this.months.lock(tx, id))!, day);
  }
}
