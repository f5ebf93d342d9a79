import { flows, type ServiceName } from '@property-office/contracts';
import { inboxPrefixOf } from './connection-options';
import { streamOf, streamsOf, subjectsOfProducer } from './names';
import type { ReactionSpec } from './reaction-types';

/** Subjects that a user of the broker may publish to and subscribe to: nothing else. */
export interface BrokerRights {
  publish: string[];
  subscribe: string[];
}

/**
 * What a service in a process of its own needs of the broker, and no more: its own events and streams, the durables of its
 * own reactions, and to look at streams. The user is called like the service.
 */
export function brokerRights(service: ServiceName, reactions: readonly ReactionSpec[]): BrokerRights {
  return {
    publish: [
      // The stream of its own is made, changed and, for a rebuild, deleted by whoever writes to it.
      ...streamsOf(service).flatMap((stream) => [
        stream === streamOf(service) ? subjectsOfProducer(service) : 'crews.>',
        ...['CREATE', 'UPDATE', 'DELETE'].map((act) => `$JS.API.STREAM.${act}.${stream}`),
        `$JS.API.CONSUMER.LIST.${stream}`,
      ]),
      '$JS.API.STREAM.INFO.*',
      // Where a new reaction begins, the oldest event it would hear decides.
      ...flows[service].hears.map((producer) => `$JS.API.STREAM.MSG.GET.${streamOf(producer)}`),
      ...reactions.flatMap(({ stream, durable }) => [
        ...['INFO', 'DURABLE.CREATE', 'MSG.NEXT'].map((act) => `$JS.API.CONSUMER.${act}.${stream}.${durable}`),
        `$JS.ACK.${stream}.${durable}.>`,
      ]),
    ],
    subscribe: [`${inboxPrefixOf(service)}.>`],
  };
}
