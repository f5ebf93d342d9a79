import type { ServiceDefinition } from '@property-office/backbone';
import { eventContracts, type EventContract, type EventType } from '@property-office/contracts';
import { declaredReactions, producerOf, type ReactionSpec } from '@property-office/messaging';

export const eventTypes = Object.keys(eventContracts) as EventType[];

/** Every event with the reactions it reaches, in the order services are mounted. */
export function listenersByEvent(
  services: readonly ServiceDefinition[],
): ReadonlyMap<EventType, readonly ReactionSpec[]> {
  const reactions = services.flatMap(({ module }) => declaredReactions(module));
  return new Map(eventTypes.map((type) => [type, reactions.filter((reaction) => hears(reaction, type))]));
}

/** The wildcard of a producer stands for its own stream: the feeds of crews are none of it. */
function hears({ events }: ReactionSpec, type: EventType): boolean {
  return events.includes(type) || (!isCrewFeed(type) && events.includes(`${producerOf(type)}.*`));
}

/** On a subject of each crew's own, for the crew to read. */
export function isCrewFeed(type: EventType): boolean {
  const { stream }: EventContract = eventContracts[type];
  return stream === 'crews';
}
