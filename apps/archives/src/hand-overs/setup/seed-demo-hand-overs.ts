import type { OperationKey } from '@property-office/access';
import { Audit, type Seals } from '@property-office/audit';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import { demoCommand, demoOffice, registeredForDemo, type DemoLists, type DemoPerson } from '../../lists/demo-archivists';
import { FileAlarms } from '../../fixity/persistence/file-alarms';
import { LivingFiles } from '../../persistence/living-files';
import { Records } from '../../persistence/records';
import { Settings } from '../../persistence/settings';
import type { HandOverMove, HandOverState } from '../domain/hand-over-states';
import { ApplyForHandOverHandler } from '../features/apply-for-hand-over/apply-for-hand-over.handler';
import { ApproveHandOverHandler } from '../features/approve-hand-over/approve-hand-over.handler';
import { NameHandOverPartyHandler } from '../features/name-hand-over-party/name-hand-over-party.handler';
import { RefuseHandOverHandler } from '../features/refuse-hand-over/refuse-hand-over.handler';
import { SealHandOverHandler } from '../features/seal-hand-over/seal-hand-over.handler';
import { SignForHandOver } from '../features/sign-hand-over/sign-for-hand-over';
import { SignHandOverHandler } from '../features/sign-hand-over/sign-hand-over.handler';
import { WithdrawHandOverHandler } from '../features/withdraw-hand-over/withdraw-hand-over.handler';
import { Packages } from '../package/packages';
import { HandOvers } from '../persistence/hand-overs';
import { demoHandOvers } from './demo-hand-overs';

const ways: Readonly<Record<HandOverState, HandOverMove[]>> = {
  applied: [],
  approved: ['approve'],
  sealed: ['approve', 'name-party', 'seal'],
  'handed-over': ['approve', 'name-party', 'seal', 'sign'],
  refused: ['refuse'],
  withdrawn: ['withdraw'],
};

/**
 * Hand-overs in their states (DEMO=1), by the use cases themselves.
 * @returns false where there have been hand-overs before
 */
export async function seedDemoHandOvers(database: Database, seals: Seals, demo: DemoLists): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE fonds IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM hand_over LIMIT 1')).length > 0) return false;
    // As documents will say: the package names who gives it.
    await tx.query('INSERT INTO office_name (site_id, letterhead) VALUES ($1, $2) ON CONFLICT DO NOTHING', [demo.siteId, demoOffice]);
    const giver = new DemoGiver(tx, database, seals, demo);
    for (const { until, record } of demoHandOvers) await giver.list(await registeredForDemo(tx, demo, record, { category: 'SB', retention: 'D30', datedAt: new Date('2018-06-20T02:00:00Z') }), ways[until]);
    return true;
  });
}

/** Nobody comes from elsewhere. */
const noLinks = (): Promise<void> => Promise.resolve();

class DemoGiver {
  private readonly ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
  private readonly records = new Records(this.ledger);
  private readonly handOvers = new HandOvers(this.ledger, this.database);
  private readonly livingFiles = new LivingFiles(this.ledger);
  private readonly packages = new Packages(this.seals, new FileAlarms(this.database, this.records, this.livingFiles));
  private readonly signing = new SignForHandOver(this.handOvers, this.packages, this.records, this.livingFiles);

  constructor(
    private readonly tx: Transaction,
    private readonly database: Database,
    private readonly seals: Seals,
    private readonly demo: DemoLists,
  ) {}

  async list(recordId: string, moves: readonly HandOverMove[]): Promise<void> {
    const applying = new ApplyForHandOverHandler(this.handOvers, new Settings(this.ledger));
    const input = { siteId: this.demo.siteId, scope: 'named', recordIds: [recordId], receivingBody: '阳光花园新物业服务企业', reason: '物业服务合同到期，按约移交' } as const;
    const { id } = await applying.execute(this.tx, this.by('clerk', 'archives.applyForHandOver'), { ...input, recordIds: [...input.recordIds] }, { id: newId(), sequence: await this.handOvers.nextNumber() });
    for (const move of moves) await this.move(id, move);
  }

  private by = (who: DemoPerson, operation: OperationKey) => demoCommand(this.demo, who, operation);

  private async move(id: string, move: HandOverMove): Promise<unknown> {
    const { tx, handOvers } = this;
    const { company, lead } = this.demo.persons;
    switch (move) {
      case 'approve':
        return new ApproveHandOverHandler(handOvers).execute(tx, this.by('director', 'archives.approveHandOver'), id, {});
      case 'refuse':
        return new RefuseHandOverHandler(handOvers).execute(tx, this.by('director', 'archives.refuseHandOver'), id, { reason: '资料不全，补齐后再移交' });
      case 'withdraw':
        return new WithdrawHandOverHandler(handOvers).execute(tx, this.by('clerk', 'archives.withdrawHandOver'), id, { reason: '合同续签' });
      case 'name-party':
        for (const [part, personId] of [['receiver', company], ['witness', lead]] as const) await new NameHandOverPartyHandler(handOvers).execute(tx, this.by('clerk', 'archives.nameHandOverParty'), id, { part, personId }, noLinks);
        return;
      case 'seal':
        return new SealHandOverHandler(handOvers, this.packages, new Audit()).execute(tx, this.by('clerk', 'archives.sealHandOver'), id, {});
      default:
        for (const [part, who] of [['giver', 'clerk'], ['receiver', 'company'], ['witness', 'lead']] as const) await new SignHandOverHandler(handOvers, this.signing).execute(tx, this.by(who, 'archives.signHandOver'), id, { part }, noLinks);
        return;
    }
  }
}
