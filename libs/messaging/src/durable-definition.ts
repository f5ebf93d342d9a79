import { AckPolicy, DeliverPolicy, ReplayPolicy, type ConsumerConfig } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { wishMetadata, type DurableStart } from './durable-start';
import { prefetchOf } from './reaction-spec';
import type { ReactionSpec } from './reaction-types';

/** How long the broker waits for an ack or a `working()` before it delivers again. */
export const ackWaitMs = 8_000;

/** The settings of a durable that are ours. */
export type DurableDefinition = Required<
  Pick<
    ConsumerConfig,
    | 'durable_name'
    | 'ack_policy'
    | 'deliver_policy'
    | 'replay_policy'
    | 'ack_wait'
    | 'max_deliver'
    | 'max_ack_pending'
    | 'filter_subjects'
  >
>;

/** What only the creation of a durable says; no later difference from it is one. */
export type DurableBirth = Pick<ConsumerConfig, 'deliver_policy' | 'opt_start_seq' | 'metadata'>;

export function durableBirth({ events }: ReactionSpec, { fromSeq, ledger }: DurableStart): Partial<DurableBirth> {
  return {
    ...(fromSeq !== undefined && { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: fromSeq }),
    ...(ledger && { metadata: wishMetadata(ledger, events) }),
  };
}

export function durableDefinition(reaction: ReactionSpec): DurableDefinition {
  return {
    durable_name: reaction.durable,
    ack_policy: AckPolicy.Explicit,
    deliver_policy: DeliverPolicy.All,
    replay_policy: ReplayPolicy.Instant,
    ack_wait: nanos(ackWaitMs),
    // A limit would drop a message for this durable without a trace; attempts are counted in PostgreSQL.
    max_deliver: -1,
    // One process holds at most one prefetch. The rest is room for other replicas and for messages that wait out a
    // nak's delay, which count as pending: without it a prefetch full of failing messages would hold up their neighbours.
    max_ack_pending: prefetchOf(reaction) * 16,
    filter_subjects: [...reaction.filterSubjects],
  };
}
