import type { OperationKey } from '@property-office/access';
import type { Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import type { RegisterRecordDto } from '../features/register-record/register-record.dto';
import { RegisterRecordHandler } from '../features/register-record/register-record.handler';
import { Archive } from '../persistence/archive';
import type { StaffRole } from '../persistence/colleagues';
import { Settings } from '../persistence/settings';

const people = { clerk: 'clerk', director: 'director', lead: 'desk-lead', deputy: 'department-head', company: 'company' } as const satisfies Record<string, Role>;
export type DemoPerson = keyof typeof people;

/** Who takes part in the demonstration, by id, with the roles they hold there. */
export interface DemoLists {
  siteId: string;
  persons: Record<DemoPerson, string>;
  grants: readonly StaffRole[];
}

/** What it calls itself on its papers, until documents say so. */
export const demoOffice = '阳光花园物业管理处';

const askedNobody = undefined as never;

/** What somebody of the demonstration does. */
export function demoCommand({ siteId, persons }: DemoLists, who: DemoPerson, operation: OperationKey): CommandContext {
  const role = people[who];
  const principal: Principal = { personId: persons[who], accountId: persons[who], sessionId: persons[who], name: '示范', roles: [{ role, siteId: role === 'company' ? null : siteId }], crews: [], homes: [] };
  return { operation, principal, requestId: '', traceparent: '', language: 'zh', route: '' };
}

/** A record of paper. @returns its id */
export async function registeredForDemo(tx: Transaction, demo: DemoLists, record: Pick<RegisterRecordDto, 'title'> & Partial<RegisterRecordDto>, more: Pick<RegisterRecordDto, 'category' | 'retention' | 'datedAt'>): Promise<string> {
  const ledger = new Ledger({ traceparent: () => undefined, committed: () => undefined });
  const registering = new RegisterRecordHandler(askedNobody, new Settings(ledger), new Archive(ledger));
  const said = { siteId: demo.siteId, office: 'KFB', responsibleParty: demoOffice, carrier: 'paper', ...more } as const;
  return (await registering.execute(tx, demoCommand(demo, 'clerk', 'archives.registerRecord'), { ...said, ...record }, { id: newId(), files: [] })).id;
}
