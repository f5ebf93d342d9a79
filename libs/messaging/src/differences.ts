import type { ConsumerConfig, StreamConfig } from '@nats-io/jetstream';
import type { DurableDefinition } from './durable-definition';
import type { StreamDefinition } from './stream-definitions';

export interface Differences<D> {
  /** What an update has to carry. */
  readonly changes: Partial<D>;
  /** What no update can change, each as "setting is x, wanted y". */
  readonly fixed: readonly string[];
}

/** `deny_purge` can be switched on, never off; we only ever want it on. */
export function streamChanges(live: StreamConfig, wanted: StreamDefinition): Differences<StreamDefinition> {
  return differences<StreamDefinition>(live, wanted, ['name', 'storage', 'retention']);
}

export function consumerChanges(
  live: ConsumerConfig,
  wanted: DurableDefinition,
): Differences<DurableDefinition> {
  const subjects = live.filter_subjects ?? (live.filter_subject ? [live.filter_subject] : []);
  const found = differences<DurableDefinition>({ ...live, filter_subjects: subjects }, wanted, [
    'durable_name',
    'ack_policy',
    'deliver_policy',
    'replay_policy',
  ]);
  return live.deliver_subject
    ? { ...found, fixed: [...found.fixed, 'it is a push consumer, wanted pull'] }
    : found;
}

function differences<D extends object>(
  live: Partial<D>,
  wanted: D,
  unchangeable: readonly (keyof D)[],
): Differences<D> {
  const changes: Partial<D> = {};
  const fixed: string[] = [];
  for (const key in wanted) {
    if (same(live[key], wanted[key])) continue;
    if (unchangeable.includes(key))
      fixed.push(`${key} is ${String(live[key])}, wanted ${String(wanted[key])}`);
    else changes[key] = wanted[key];
  }
  return { changes, fixed };
}

/** Lists are sets here: subjects have no order. */
function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((each) => other.includes(each));
  return one === other;
}
