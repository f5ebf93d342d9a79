import type { OperationKey } from '@property-office/access';
import type { EventData, Principal, RecordMatter, Role } from '@property-office/contracts';
import { derivedId, newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import type { Act, CommandContext } from '@property-office/service-kit';
import { AcceptRecord } from '../features/accept-proposal/accept-record';
import type { Proposed } from '../features/propose-record/proposed';
import { RegisterRecordHandler } from '../features/register-record/register-record.handler';
import { ReturnProposalHandler } from '../features/return-proposal/return-proposal.handler';
import { SetHoldHandler } from '../features/set-hold/set-hold.handler';
import { Archive } from '../persistence/archive';
import { Proposals } from '../persistence/proposals';
import { Records } from '../persistence/records';
import { Settings } from '../persistence/settings';
import { MonthSetup } from '../reconciliation/setup/month-setup';
import { demoRecords, demoReturned } from './demo-records';
import { LendingSetup } from './lending-setup';
import { LivingSetup, type DemoDevice } from './living-setup';

/** A document of the demonstration that was filed, as its event says and its text reads. */
export interface DemoFiled<T extends 'documents.incoming-filed.v1' | 'documents.outgoing-filed.v1'> {
  eventId: string;
  documentId: string;
  filedBy: string;
  happenedAt: Date;
  data: EventData<T>;
  matter: RecordMatter;
}

/** Who takes part in the demonstration, by id, what was filed in it, and which devices there are. */
export interface DemoArchives {
  siteId: string;
  clerk: string;
  director: string;
  /** Who borrows and asks for copies. */
  lead: string;
  incoming: DemoFiled<'documents.incoming-filed.v1'>;
  outgoing: DemoFiled<'documents.outgoing-filed.v1'>;
  devices: readonly DemoDevice[];
}

const askedNobody = undefined as never;

/**
 * Records by hand, one on hold and one confidential; a proposal that was accepted and one that came back; a loan and copies in each of
 * their states, months, what belongs into living files, and files of devices (DEMO=1), by the use cases themselves. What waits follows from the events of the demonstration.
 * @returns false where there have been records before
 */
export async function seedDemoRecords(database: Database, { siteId, clerk, director, lead, incoming, outgoing, devices }: DemoArchives): Promise<boolean> {
  return database.transaction(async (tx) => {
    await tx.query('LOCK TABLE fonds IN SHARE ROW EXCLUSIVE MODE');
    if ((await tx.query('SELECT 1 FROM record LIMIT 1')).length > 0) return false;
    const people = { clerk: { id: clerk, role: 'clerk' }, director: { id: director, role: 'director' }, lead: { id: lead, role: 'desk-lead' } } as const;
    const by = (operation: OperationKey, who: keyof typeof people = 'clerk') => commandOf(operation, people[who].id, people[who].role, siteId);
    const ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
    const [settings, archive, records, proposals] = [new Settings(ledger), new Archive(ledger), new Records(ledger), new Proposals(ledger)];
    const registering = new RegisterRecordHandler(askedNobody, settings, archive);
    const byHand: string[] = [];
    for (const { hold, datedAt, ...said } of demoRecords) {
      const { id } = await registering.execute(tx, by('archives.registerRecord'), { siteId, ...said, datedAt: new Date(datedAt) }, { id: newId(), files: [] });
      byHand.push(id);
      if (hold !== undefined) await new SetHoldHandler(records).execute(tx, by('archives.setHold', 'director'), id, { reason: hold });
    }
    const months = new MonthSetup(tx, database, ledger, settings, proposals);
    const { propose } = months;
    await propose.execute(tx, actOf(outgoing), {
      ...proposedOf(siteId, outgoing, 'outgoing-document'),
      datedAt: new Date(outgoing.data.signedOffAt),
      title: outgoing.data.title,
      pages: outgoing.data.pages,
      copies: outgoing.data.copies,
    });
    await propose.execute(tx, actOf(incoming), { ...proposedOf(siteId, incoming, 'incoming-document'), datedAt: new Date(incoming.data.documentDate ?? incoming.data.receivedAt) });
    const accepting = by('archives.acceptProposal');
    const locked = await proposals.lockForMove(tx, accepting, proposalOf(outgoing), 'accept', {});
    const accept = new AcceptRecord(settings, archive, proposals, records);
    const filed = await accept.execute(tx, accepting.principal, locked, { matter: outgoing.matter, files: [], complete: true }, { keywords: ['客户服务'] });
    await new ReturnProposalHandler(proposals, months.facts).execute(tx, by('archives.returnProposal'), proposalOf(incoming), { reason: demoReturned });
    const [contract, dispute, hidden] = byHand as [string, string, string];
    await new LendingSetup(tx, database, ledger, by).bringAll({ contract, dispute, hidden, filed: filed.id });
    await months.bringAll(siteId, by, accept);
    await new LivingSetup(tx, database, ledger, settings, by, months.propose, proposals, accept).bringAll(siteId, devices);
    return true;
  });
}

type Filed = DemoArchives['incoming' | 'outgoing'];

const proposalOf = ({ eventId }: Filed): string => derivedId('record-proposal', eventId);
const actOf = ({ filedBy, happenedAt }: Filed): Act => ({ actor: { personId: filedBy, role: 'clerk' }, happenedAt: new Date(happenedAt) });

function proposedOf(siteId: string, { eventId, documentId, data }: Filed, type: 'incoming-document' | 'outgoing-document'): Omit<Proposed, 'datedAt'> {
  const { number, confidentiality, attachmentIds } = data;
  return { eventId, siteId, source: { type, id: documentId, number }, confidentiality, title: null, pages: null, copies: null, attachmentIds };
}

/** Somebody of the demonstration who does something. */
function commandOf(operation: OperationKey, personId: string, role: Role, siteId: string): CommandContext {
  const principal: Principal = { personId, accountId: personId, sessionId: personId, name: '示范', roles: [{ role, siteId }], crews: [], homes: [] };
  return { operation, principal, requestId: '', traceparent: '', language: 'zh', route: '' };
}
