import { eventContracts } from './events';
import type { EventContract } from './events/define';
import { serviceNames, type ServiceName } from './services';

/** What every process of ours listens on, unless it is told otherwise (PORT). */
export const servicePort = 3000;
/** How the gateway calls itself in tokens, addresses and manifests. */
export const doorName = 'gateway';

export const processNames = [doorName, ...serviceNames] as const;
export type ProcessName = (typeof processNames)[number];

export const engineNames = ['the database', 'the broker'] as const;
/** A server that others make: PostgreSQL, NATS. */
export type EngineName = (typeof engineNames)[number];

export interface Engine {
  /** What of ours asks it on. */
  port: number;
  /** What its instances ask each other on, where there are several. */
  amongInstances: readonly number[];
  /** What its exporter answers Prometheus on. */
  metricsPort: number;
}

/** As CloudNativePG and the chart of NATS start them: the operator, too, asks each instance of PostgreSQL for its state on 8000. */
export const engines: Readonly<Record<EngineName, Engine>> = {
  'the database': { port: 5432, amongInstances: [5432, 8000], metricsPort: 9187 },
  'the broker': { port: 4222, amongInstances: [6222], metricsPort: 7777 },
};

/** What lies beyond the office, by the ports it is reached on: providers by https and mail, S3, OTLP over HTTP, DNS. */
export const portsBeyond = {
  'the world': [443, 465, 587],
  'the object store': [443],
  'the collector of traces': [4318],
  'the server of names': [53],
} as const;

export interface Flow {
  /** Whose routes it asks over HTTP, always on `servicePort`. */
  calls: readonly ServiceName[];
  /** Whose events it reacts to. */
  hears: readonly ServiceName[];
  /** Where it goes beyond the office: to providers of mail, SMS and WeChat, webhooks and robots; or to the store of attachments, where they lie in S3. */
  leavesFor?: 'the world' | 'the object store';
}

/**
 * Who talks to whom where each service runs in a process of its own, and who leaves the house: the one list, with what stands around
 * it in this file, that manifests, rights on the broker, network rules and the networks of a box are held to. A call that is not
 * listed is refused where it is made (InternalClient of backbone).
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

export const commandNames = ['backup', 'ops', 'prepare-database', 'prepare-streams'] as const;
/** What is run to its end beside the processes, each by a command of the image. It asks no process. */
export type CommandName = (typeof commandNames)[number];

/** Backups read the store of attachments; operators put back into it what was lost. */
const commandFlows: Readonly<Record<CommandName, Pick<Flow, 'leavesFor'> & { asks: readonly EngineName[] }>> = {
  backup: { asks: engineNames, leavesFor: 'the object store' },
  ops: { asks: engineNames, leavesFor: 'the object store' },
  'prepare-database': { asks: ['the database'] },
  'prepare-streams': { asks: ['the broker'] },
};

/** Which engines something asks: each service has a schema and streams of its own, the door nothing. */
export function enginesOf(name: ProcessName | CommandName): readonly EngineName[] {
  if (isCommand(name)) return commandFlows[name].asks;
  return name === doorName ? [] : engineNames;
}

/** What goes to a place beyond the office. */
export function leavingFor(place: NonNullable<Flow['leavesFor']>): Array<ProcessName | CommandName> {
  return [...processNames, ...commandNames].filter((name) => (isCommand(name) ? commandFlows[name] : flows[name]).leavesFor === place);
}

export interface Way {
  from: ProcessName | CommandName | EngineName;
  to: ProcessName | EngineName;
  port: number;
}

/** Every way that is open inside the office, over TCP; there is no other. */
export function waysInside(): Way[] {
  return [
    ...processNames.flatMap((from) => flows[from].calls.map((to) => ({ from, to, port: servicePort }))),
    ...[...processNames, ...commandNames].flatMap((from) => enginesOf(from).map((to) => ({ from, to, port: engines[to].port }))),
    ...engineNames.flatMap((name) => engines[name].amongInstances.map((port) => ({ from: name, to: name, port }))),
  ];
}

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

function isCommand(name: ProcessName | CommandName): name is CommandName {
  return (commandNames as readonly string[]).includes(name);
}

const contracts: readonly EventContract[] = Object.values(eventContracts);
