import type { OperationKey } from '@property-office/access';
import { Audit } from '@property-office/audit';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import { demoCommand, registeredForDemo, type DemoLists, type DemoPerson } from '../../lists/demo-archivists';
import { keepStaff } from '../../persistence/colleagues';
import { Records } from '../../persistence/records';
import type { DestructionMove } from '../domain/destruction-states';
import { ApplyForDestructionHandler } from '../features/apply-for-destruction/apply-for-destruction.handler';
import { ApproveDestructionHandler } from '../features/approve-destruction/approve-destruction.handler';
import { CarryOutDestructionHandler } from '../features/carry-out-destruction/carry-out-destruction.handler';
import { ConcludeAppraisalHandler } from '../features/conclude-appraisal/conclude-appraisal.handler';
import { GiveOpinionHandler } from '../features/give-opinion/give-opinion.handler';
import { NameWitnessHandler } from '../features/name-witness/name-witness.handler';
import { RefuseDestructionHandler } from '../features/refuse-destruction/refuse-destruction.handler';
import { StartAppraisalHandler } from '../features/start-appraisal/start-appraisal.handler';
import { WithdrawAppraisalHandler } from '../features/withdraw-appraisal/withdraw-appraisal.handler';
import { WithdrawDestructionHandler } from '../features/withdraw-destruction/withdraw-destruction.handler';
import { WitnessDestructionHandler } from '../features/witness-destruction/witness-destruction.handler';
import { Appraisals } from '../persistence/appraisals';
import { Destructions } from '../persistence/destructions';
import { Register } from '../register/register';
import type { RegisterKeeper } from '../register/register-keeper';
import { demoDue, demoKept, demoListed, demoLists, demoOpen, demoWithdrawn, type DemoRecord } from './demo-destructions';

export type DemoDestructions = DemoLists;

const sooner: Readonly<Partial<Record<(typeof demoLists)[number]['until'], DestructionMove[]>>> = {
  approved: ['approve', 'name-witness'],
  witnessed: ['approve', 'name-witness', 'witness'],
  'carried-out': ['approve', 'name-witness', 'witness', 'carry-out'],
  refused: ['refuse'],
  withdrawn: ['withdraw'],
};

/** The register outside is written by the office when it starts, as it is after a crash. */
const writtenLater: Pick<RegisterKeeper, 'has' | 'wake'> = { has: () => false, wake: () => undefined };

/**
 * Records that are due, appraisals and destruction lists in their states (DEMO=1), by the use cases themselves.
 * @returns false where there have been appraisals before
 */
export async function seedDemoDestructions(database: Database, demo: DemoDestructions): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE fonds IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM appraisal LIMIT 1')).length > 0) return false;
    for (const grant of demo.grants) keepStaff(tx, grant);
    await new DemoArchivist(tx, database, demo).show();
    return true;
  });
}

class DemoArchivist {
  private readonly ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
  private readonly records = new Records(this.ledger);
  private readonly appraisals = new Appraisals(this.ledger, this.database);
  private readonly destructions = new Destructions(this.ledger, this.database);

  constructor(
    private readonly tx: Transaction,
    private readonly database: Database,
    private readonly demo: DemoDestructions,
  ) {}

  async show(): Promise<void> {
    for (const record of demoDue) await this.registered(record);
    await this.started([await this.registered(demoOpen)]);
    const given = await this.started([await this.registered(demoWithdrawn)]);
    await new WithdrawAppraisalHandler(this.appraisals).execute(this.tx, this.by('clerk', 'archives.withdrawAppraisal'), given, { reason: '鉴定小组重新组成' });
    const [kept, listed] = [await this.registered(demoKept), await this.registered(demoListed)];
    const lists = [];
    for (const { until, record } of demoLists) lists.push({ until, recordId: await this.registered(record) });
    await this.appraised([listed, ...lists.map(({ recordId }) => recordId)], kept);
    for (const { until, recordId } of lists) await this.list(recordId, sooner[until] ?? []);
  }

  private by = (who: DemoPerson, operation: OperationKey) => demoCommand(this.demo, who, operation);

  private registered(record: DemoRecord): Promise<string> {
    return registeredForDemo(this.tx, this.demo, record, { category: 'WS', retention: 'D10', datedAt: new Date('2012-12-20T02:00:00Z') });
  }

  private async started(recordIds: string[]): Promise<string> {
    const starting = new StartAppraisalHandler(this.appraisals);
    const { lead, deputy } = this.demo.persons;
    const input = { siteId: this.demo.siteId, recordIds, appraiserIds: [lead, deputy] };
    return (await starting.execute(this.tx, this.by('clerk', 'archives.startAppraisal'), input, await starting.prepare())).id;
  }

  private async appraised(recordIds: string[], kept: string): Promise<void> {
    const id = await this.started([...recordIds, kept]);
    const opinion = new GiveOpinionHandler(this.appraisals);
    await opinion.execute(this.tx, this.by('lead', 'archives.giveOpinion'), id, { recordIds: [kept], verdict: 'keep', retention: 'D10', reason: '维修方案仍有参考价值' });
    for (const who of ['lead', 'deputy'] as const) await opinion.execute(this.tx, this.by(who, 'archives.giveOpinion'), id, { verdict: 'destroy', reason: '保管期满，已无保存价值' });
    await new ConcludeAppraisalHandler(this.appraisals, this.records).execute(this.tx, this.by('clerk', 'archives.concludeAppraisal'), id, {});
  }

  private async list(recordId: string, moves: readonly DestructionMove[]): Promise<void> {
    const applying = new ApplyForDestructionHandler(this.destructions);
    const input = { siteId: this.demo.siteId, recordIds: [recordId], reason: '保管期满，鉴定无保存价值' };
    const { id } = await applying.execute(this.tx, this.by('clerk', 'archives.applyForDestruction'), input, await applying.prepare());
    for (const move of moves) await this.move(id, move);
  }

  private async move(id: string, move: DestructionMove): Promise<unknown> {
    const { tx, destructions, demo } = this;
    switch (move) {
      case 'approve':
        return new ApproveDestructionHandler(destructions).execute(tx, this.by('director', 'archives.approveDestruction'), id, {});
      case 'refuse':
        return new RefuseDestructionHandler(destructions).execute(tx, this.by('director', 'archives.refuseDestruction'), id, { reason: '电梯维保记录继续保管' });
      case 'withdraw':
        return new WithdrawDestructionHandler(destructions).execute(tx, this.by('clerk', 'archives.withdrawDestruction'), id, { reason: '清册有误，重新申请' });
      case 'name-witness':
        for (const witnessId of [demo.persons.lead, demo.persons.company]) await new NameWitnessHandler(destructions).execute(tx, this.by('clerk', 'archives.nameWitness'), id, { witnessId });
        return;
      case 'witness':
        for (const who of ['lead', 'company'] as const) await new WitnessDestructionHandler(destructions).execute(tx, this.by(who, 'archives.witnessDestruction'), id, {});
        return;
      default: {
        const carrying = new CarryOutDestructionHandler(destructions, this.records, new Register(this.database), writtenLater as RegisterKeeper, new Audit());
        return carrying.execute(tx, this.by('clerk', 'archives.carryOutDestruction'), id, { method: '粉碎' });
      }
    }
  }
}
