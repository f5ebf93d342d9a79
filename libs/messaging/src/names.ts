import { announces, feedsCrews, type ServiceName } from '@property-office/contracts';
import { InvalidReaction } from './errors';

/** Every name on the broker is made here (events.md, on the wire). None carries personal data. */

export interface DurableName {
  readonly service: string;
  readonly reaction: string;
  readonly version: number;
}

const kebab = '[a-z][a-z0-9]*(?:-[a-z0-9]+)*';
const producerName = new RegExp(`^${kebab}$`);
const eventType = new RegExp(`^(${kebab})\\.${kebab}\\.v[1-9][0-9]*$`);
const durableName = new RegExp(`^(${kebab})__([a-z][a-z0-9]*(?:[-_][a-z0-9]+)*)_v([1-9][0-9]*)$`);
const crewIdToken = /^[A-Za-z0-9-]+$/;

/** Stream of the crew feeds; written by dispatch. */
export const crewsStream = 'CREWS';

/** Subject of an event: `events.tickets.repair-requested.v1`. */
export function subjectOf(type: string): string {
  producerOf(type);
  return `events.${type}`;
}

/** Who announces an event type: the first of its three parts. */
export function producerOf(type: string): string {
  const producer = eventType.exec(type)?.[1];
  if (!producer) throw new Error(`"${type}" is no event type: expected <producer>.<fact>.v<n>`);
  return producer;
}

/** Stream of a producing service: `EVENTS_TICKETS`. */
export function streamOf(producer: string): string {
  if (!producerName.test(producer))
    throw new Error(`"${producer}" is no producer: expected lower-case words joined by "-"`);
  return `EVENTS_${producer.toUpperCase().replaceAll('-', '_')}`;
}

/** Every stream that a service writes to; none of one that announces nothing. */
export function streamsOf(service: ServiceName): string[] {
  return [...(announces(service) ? [streamOf(service)] : []), ...(feedsCrews(service) ? [crewsStream] : [])];
}

/** Everything a producer's stream takes. */
export function subjectsOfProducer(producer: string): string {
  return `events.${producer}.>`;
}

/** Every event of a producer, and nothing replayed to single durables. */
export function wildcardSubjectOf(producer: string): string {
  return `events.${producer}.*.*`;
}

/** Private subject on which one durable, and no other, hears an event of its producer again. */
export function replaySubjectOf(durable: string, type: string): string {
  parseDurable(durable);
  const producer = producerOf(type);
  return `events.${producer}.replay.${durable}.${type.slice(producer.length + 1)}`;
}

/** All replay subjects of one durable. */
export function replaySubjectsOf(durable: string, producer: string): string {
  return `events.${producer}.replay.${durable}.>`;
}

/**
 * Subject of an event on one crew's feed: `crews.<crewId>.work-order-dispatched.v1`.
 * @throws when the id cannot be one token of a subject
 */
export function crewSubjectOf(crewId: string, type: string): string {
  if (!crewIdToken.test(crewId)) throw new Error(`"${crewId}" cannot stand in a subject`);
  return `crews.${crewId}.${type.slice(producerOf(type).length + 1)}`;
}

/** @throws InvalidReaction when the name is not `<service>__<reaction>_v<n>`. */
export function parseDurable(name: string): DurableName {
  const [, service, reaction, version] = durableName.exec(name) ?? [];
  if (!service || !reaction)
    throw new InvalidReaction(
      `"${name}" is no durable name: expected <service>__<reaction>_v<n>, e.g. tracking__timeline_v1`,
    );
  return { service, reaction, version: Number(version) };
}
