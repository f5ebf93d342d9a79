import type { OperationKey } from '@property-office/access';
import type { Principal, Role } from '@property-office/contracts';
import { Deadlines, keepRole, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { TimerLoop } from '@property-office/timers';
import { RegisterRecordHandler } from '../../features/register-record/register-record.handler';
import { Archive } from '../../persistence/archive';
import { keepStaff, type StaffRole } from '../../persistence/colleagues';
import { Records } from '../../persistence/records';
import { Settings } from '../../persistence/settings';
import { ApproveExplanationsHandler } from '../features/approve-explanations/approve-explanations.handler';
import { CloseStocktakeHandler } from '../features/close-stocktake/close-stocktake.handler';
import { ExplainDifferencesHandler } from '../features/explain-differences/explain-differences.handler';
import { FinishCountingHandler } from '../features/finish-counting/finish-counting.handler';
import { ScanShelfHandler } from '../features/scan-shelf/scan-shelf.handler';
import { StartStocktakeHandler } from '../features/start-stocktake/start-stocktake.handler';
import { WithdrawStocktakeHandler } from '../features/withdraw-stocktake/withdraw-stocktake.handler';
import { standingOf } from '../persistence/differences';
import { StocktakeClocks } from '../persistence/stocktake-clocks';
import type { Stocktake } from '../persistence/stocktake.entity';
import { Stocktakes } from '../persistence/stocktakes';
import { demoPapers, demoStocktakes } from './demo-stocktakes';

/** Long enough that nothing of the demonstration is late while it is looked at. */
const daysToFinish = 90;
const day = 24 * 3_600_000;
const askedNobody = undefined as never;

/** Who takes part in the demonstration, by id, with the roles they hold there. */
export interface DemoStocktakes {
  siteId: string;
  persons: Record<'clerk' | 'director' | 'lead', string>;
  grants: ReadonlyArray<StaffRole & { role: Role }>;
}

/**
 * Papers on shelves, and a stocktake in each state (DEMO=1), by the use cases themselves.
 * @returns false where there have been stocktakes before
 */
export async function seedDemoStocktakes(database: Database, demo: DemoStocktakes): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE fonds IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM stocktake LIMIT 1')).length > 0) return false;
    for (const grant of demo.grants) {
      keepStaff(tx, grant);
      tx.send(keepRole, [grant.grantId, grant.personId, grant.role, grant.siteId, grant.from, grant.until]);
    }
    await new DemoCount(tx, database, demo).show();
    return true;
  });
}

class DemoCount {
  private readonly ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
  private readonly stocktakes = new Stocktakes(this.ledger, this.database);
  private readonly clocks = new StocktakeClocks(new Deadlines(new OfficeRules(this.database), new TimerLoop(this.database, { warn: () => undefined })), this.stocktakes);
  private readonly numbers = new Map<string, string>();

  constructor(
    private readonly tx: Transaction,
    private readonly database: Database,
    private readonly demo: DemoStocktakes,
  ) {
    this.clocks.onModuleInit();
  }

  async show(): Promise<void> {
    const registering = new RegisterRecordHandler(askedNobody, new Settings(this.ledger), new Archive(this.ledger));
    const said = { siteId: this.demo.siteId, category: 'WS', office: 'GCB', retention: 'D30', responsibleParty: '阳光花园物业管理处', datedAt: new Date('2019-12-20T02:00:00Z'), carrier: 'paper' } as const;
    for (const paper of demoPapers) {
      const { archiveNumber } = await registering.execute(this.tx, this.by('clerk', 'archives.registerRecord'), { ...said, ...paper }, { id: newId(), files: [] });
      this.numbers.set(paper.title, archiveNumber);
    }
    for (const shown of demoStocktakes) await this.bring(shown);
  }

  private async bring({ until, shelf, scans, explained = [], reason }: (typeof demoStocktakes)[number]): Promise<void> {
    const { tx, stocktakes, clocks, demo } = this;
    const starting = new StartStocktakeHandler(stocktakes, clocks);
    const input = { siteId: demo.siteId, shelf, finishBy: new Date(tx.now.getTime() + daysToFinish * day), counterIds: [demo.persons.lead] };
    const stocktake = await starting.execute(tx, this.by('clerk', 'archives.startStocktake'), input, await starting.prepare());
    for (const { shelf: seenOn, titles } of scans) {
      const codes = titles.map((title) => this.numbers.get(title) ?? title);
      await new ScanShelfHandler(stocktakes).execute(tx, this.by('lead', 'archives.scanShelf'), stocktake.id, { shelf: seenOn, codes });
    }
    if (until === 'open') return;
    if (until === 'withdrawn') return void (await new WithdrawStocktakeHandler(stocktakes, clocks).execute(tx, this.by('clerk', 'archives.withdrawStocktake'), stocktake.id, { reason: reason! }));
    await this.settle(stocktake, explained);
    if (until === 'closed') await this.close(stocktake);
  }

  private async settle(stocktake: Stocktake, explained: NonNullable<(typeof demoStocktakes)[number]['explained']>): Promise<void> {
    const { tx, stocktakes } = this;
    await new FinishCountingHandler(stocktakes).execute(tx, this.by('clerk', 'archives.finishCounting'), stocktake.id, {});
    for (const { kind, ...said } of explained) {
      const differenceIds = (await standingOf(tx, stocktake)).filter((difference) => difference.kind === kind).map(({ id }) => id);
      await new ExplainDifferencesHandler(stocktakes).execute(tx, this.by('clerk', 'archives.explainDifferences'), stocktake.id, { differenceIds, ...said });
    }
  }

  private async close({ id }: Stocktake): Promise<void> {
    const { tx, stocktakes, clocks, ledger } = this;
    await new ApproveExplanationsHandler(stocktakes).execute(tx, this.by('director', 'archives.approveExplanations'), id, {});
    await new CloseStocktakeHandler(stocktakes, clocks, new Records(ledger)).execute(tx, this.by('clerk', 'archives.closeStocktake'), id, {});
  }

  private by(who: keyof DemoStocktakes['persons'], operation: OperationKey): CommandContext {
    const { siteId, persons } = this.demo;
    const role: Role = who === 'lead' ? 'desk-lead' : who;
    const principal: Principal = { personId: persons[who], accountId: persons[who], sessionId: persons[who], name: '示范', roles: [{ role, siteId }], crews: [], homes: [] };
    return { operation, principal, requestId: '', traceparent: '', language: 'zh', route: '' };
  }
}
