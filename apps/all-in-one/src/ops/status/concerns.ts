import type { Disk } from '@property-office/backbone';
import type { DurableState } from '../broker';
import { placeOf } from './disks';
import type { ServiceState } from './service-state';

/** How long something may wait before somebody should look. */
const oldAfter = 30;
const lateAfter = 60;
/** More than an hour of a busy office. */
const manyPending = 10_000;
/** Of a disk; as DiskNearlyFull has it. */
const leastFree = 0.1;

export interface ReactionState {
  durable: string;
  /** Undefined where it does not exist, or where NATS does not answer. */
  state: DurableState | undefined;
}

/** What somebody should look at, each with what to do next. Empty when all is well. */
export function concerns(
  running: boolean,
  brokerAnswers: boolean,
  services: readonly ServiceState[],
  reactions: readonly ReactionState[],
  disks: readonly Disk[] = [],
  /** Services of which no process is connected to the database. */
  absent: readonly string[] = [],
): string[] {
  const found: string[] = [];
  if (!running) found.push('the office does not run: npm start');
  if (!brokerAnswers)
    found.push('NATS does not answer: work is accepted and waits in the outbox; look at its log');
  for (const disk of disks)
    if (disk.free < leastFree * disk.size) found.push(`the disk of ${placeOf(disk)} (${disk.path}) is nearly full: docs/runbook.md, The disk is full`);
  if (running) for (const service of absent) found.push(`${service}: no process of it is connected to the database: does it start? Its log says why not`);
  for (const each of services) found.push(...ofService(each, running));
  for (const { durable, state } of reactions)
    if (state && state.pending > manyPending) found.push(`${durable} is ${state.pending} events behind: docs/runbook.md, Nothing flows`);
  const missing = brokerAnswers ? Map.groupBy(reactions.filter(({ state }) => !state), ({ durable }) => serviceOf(durable)) : [];
  for (const [service, [first, ...more]] of missing)
    found.push(`${service}: ${first!.durable}${more.length > 0 ? ` and ${more.length} more reactions do` : ' does'} not exist in NATS: no process of ${service} runs its reactions`);
  return found;
}

/** `tracking__timeline_v1` is one of tracking. */
const serviceOf = (durable: string): string => durable.slice(0, durable.indexOf('__'));

function ofService(each: ServiceState, running: boolean): string[] {
  const { service, backlog, oldest, lease, rebuilding, parked, deadLetters, timersLate, latest } = each;
  const dead = Object.entries(deadLetters).map(([kind, n]) => `${n} ${kind}`);
  return [
    ...(backlog > 0 && (oldest ?? 0) > oldAfter
      ? [`${service}: ${backlog} events wait to be published, the oldest for ${Math.round(oldest!)} s`]
      : []),
    ...(running && lease !== null && lease < 0 ? [`${service}: nobody publishes its events`] : []),
    ...(rebuilding ? [`${service}: its stream is being rebuilt`] : []),
    ...(parked > 0 ? [`${service}: ${parked} events wait for a predecessor`] : []),
    ...(dead.length > 0
      ? [
          `${service}: events that could not be applied (${dead.join(', ')}): npm run ops -- dead-letters list`,
        ]
      : []),
    ...(timersLate > 0 && (latest ?? 0) > lateAfter
      ? [`${service}: ${timersLate} timers are late, by up to ${Math.round(latest!)} s`]
      : []),
  ];
}
