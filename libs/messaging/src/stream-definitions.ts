import { eventContracts } from '@property-office/contracts';
import { DiscardPolicy, RetentionPolicy, StorageType, type StreamConfig } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { crewsStream, producerOf, streamOf, subjectsOfProducer } from './names';

const day = 24 * 60 * 60 * 1_000;
const MiB = 1024 * 1024;

/** What an operator chooses; everything else about a stream is decided here. */
export interface StreamLimits {
  /** Copies of each message. Default 1; 3 on a cluster in production. */
  replicas: number;
  /** Per stream; the server reserves it. About 1 kB an event. Default 512 MiB. */
  maxBytes: number;
}

export const defaultLimits: StreamLimits = { replicas: 1, maxBytes: 512 * MiB };

/** The settings of a stream that are ours; those the server adds are left alone. */
export type StreamDefinition = Pick<
  StreamConfig,
  | 'name'
  | 'subjects'
  | 'storage'
  | 'retention'
  | 'discard'
  | 'deny_purge'
  | 'max_age'
  | 'max_bytes'
  | 'max_msg_size'
  | 'duplicate_window'
  | 'num_replicas'
>;

/** All streams of the product: one per producer of events, and the crew feeds. */
export function streamDefinitions(limits: StreamLimits = defaultLimits): StreamDefinition[] {
  const producers = [...new Set(Object.keys(eventContracts).map(producerOf))];
  return [
    ...producers.map((producer) => definition(streamOf(producer), subjectsOfProducer(producer), limits)),
    definition(crewsStream, 'crews.>', limits),
  ];
}

function definition(name: string, subject: string, { replicas, maxBytes }: StreamLimits): StreamDefinition {
  return {
    name,
    subjects: [subject],
    storage: StorageType.File,
    retention: RetentionPolicy.Limits,
    // Full is an error for the publisher, whose row then stays pending: nothing old is thrown away unread.
    discard: DiscardPolicy.New,
    // A purged stream that is filled again under the same message ids stores nothing and acks `duplicate: true`. A
    // rebuild deletes the stream instead, which this does not forbid.
    deny_purge: true,
    max_age: nanos(30 * day),
    max_bytes: maxBytes,
    max_msg_size: 256 * 1024,
    duplicate_window: nanos(5 * 60 * 1_000),
    num_replicas: replicas,
  };
}
