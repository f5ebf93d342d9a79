import { eventContracts } from './events';
import type { EventContract } from './events/define';
import { serviceNames, type ServiceName } from './services';

/** What every process of ours listens on, unless it is told otherwise (PORT). */
export const servicePort = 3000;
/** How the gateway calls itself in tokens, addresses and manifests. */
export const doorName = 'gateway';

export const processNames = [doorName, ...serviceNames] as const;
export type ProcessName = (typeof processNames)[number];

export interface Flow {
  /** Whose routes it asks over HTTP, always on `servicePort`. */
  calls: readonly ServiceName[];
  /** Whose events it reacts to. */
  hears: readonly ServiceName[];
  /** Where it goes beyond the office: to providers of mail, SMS and WeChat, webhooks and robots; or to the store of attachments, where they lie in S3. */
  leavesFor?: 'the world' | 'the object store';
}

/**
 * Who talks to whom where each service runs in a process of its own, and who leaves the house: the one list that manifests, rights
 * on the broker and network rules are held to. A call that is not listed is refused where it is made (InternalClient of backbone).
 */
export const flows: Readonly<Record<ProcessName, Flow>> = {
  [doorName]: { calls: serviceNames, hears: [] },
  directory: { calls: ['reception', 'dispatch', 'followups', 'complaints', 'documents', 'notifications'], hears: [] },
  files: { calls: [], hears: ['reception', 'tickets', 'dispatch', 'complaints', 'documents', 'archives', 'notifications'], leavesFor: 'the object store' },
  reception: { calls: ['directory', 'files', 'tickets', 'tracking', 'complaints', 'notifications'], hears: ['directory', 'tickets', 'complaints'] },
  tickets: { calls: ['files', 'reception'], hears: ['directory', 'reception', 'tickets', 'dispatch', 'followups'] },
  dispatch: { calls: ['directory', 'files'], hears: ['directory', 'tickets'] },
  tracking: { calls: ['complaints', 'documents'], hears: ['directory', 'reception', 'tickets', 'dispatch', 'followups', 'complaints', 'documents', 'notifications'] },
  followups: { calls: [], hears: ['directory', 'tickets', 'dispatch', 'complaints'] },
  complaints: { calls: ['directory', 'files', 'reception', 'tracking', 'notifications'], hears: ['directory', 'reception', 'tickets', 'followups'] },
  documents: { calls: ['directory', 'files'], hears: ['directory', 'archives'] },
  archives: { calls: ['directory', 'files', 'tickets', 'complaints', 'documents', 'notifications'], hears: ['directory', 'files', 'tickets', 'complaints', 'documents', 'notifications'] },
  notifications: { calls: ['directory', 'files'], hears: ['directory', 'reception', 'tickets', 'dispatch', 'followups', 'complaints', 'documents', 'archives'], leavesFor: 'the world' },
};

/** Who may ask a process: the other side of `calls`. */
export function callersOf(callee: ProcessName): ProcessName[] {
  return processNames.filter((name) => (flows[name].calls as readonly ProcessName[]).includes(callee));
}

/** Whether a service announces events, and hence has a stream. */
export function announces(name: ProcessName): boolean {
  return contracts.some(({ producer }) => producer === name);
}

/** Whether a service writes the feeds of the crews, which are a stream beside its own. */
export function feedsCrews(name: ProcessName): boolean {
  return contracts.some(({ producer, stream }) => producer === name && stream === 'crews');
}

const contracts: readonly EventContract[] = Object.values(eventContracts);
