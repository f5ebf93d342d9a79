import { eventContracts, isEventType, type EventContract } from '@property-office/contracts';
import { InvalidReaction } from './errors';
import { parseDurable, producerOf, replaySubjectsOf, streamOf, subjectOf, wildcardSubjectOf } from './names';
import type { ReactionOrder, ReactionReplay, ReactionSpec } from './reaction-types';

/** A reaction as declared, before it is checked. A list of event types, or one `<producer>.*`. */
export interface ReactionDeclaration {
  durable: string;
  events: readonly string[] | string;
  order: ReactionOrder;
  replay: ReactionReplay;
  batch?: number;
  concurrency?: number;
}

const defaultBatch = 32;
/** The last of a batch whose neighbours failed waits for all of them, kept alive by `working()` alone. */
const largestBatch = 256;
/** events.md: prefetch = concurrency ≤ 8 or one batch. */
const largestConcurrency = 8;

/** @throws InvalidReaction naming the first thing that is wrong. */
export function reactionSpec(declared: ReactionDeclaration): ReactionSpec {
  const { durable, order, replay } = declared;
  const { service } = parseDurable(durable);
  const wrong = (what: string) => new InvalidReaction(`${durable}: ${what}`);

  const { producer, subjects } =
    typeof declared.events === 'string' ? allOf(declared.events, wrong) : listed(declared.events, wrong);

  const notForIt = contractsOf(declared.events).find(([, { heardBy }]) => heardBy && !(heardBy as readonly string[]).includes(service));
  if (notForIt) throw wrong(`${notForIt[0]} is not for ${service} to hear: its contract says who may`);

  const concurrency = declared.concurrency ?? 1;
  const batch = declared.batch ?? (concurrency > 1 ? 1 : defaultBatch);
  if (!within(concurrency, largestConcurrency))
    throw wrong(`concurrency is 1 to ${largestConcurrency}, not ${concurrency}`);
  if (!within(batch, largestBatch)) throw wrong(`batch is 1 to ${largestBatch}, not ${batch}`);
  if (concurrency > 1 && batch > 1)
    throw wrong('either a batch shares a transaction or messages are settled side by side, not both');
  if (concurrency > 1 && order === 'strict') throw wrong('strict order and concurrency exclude each other');
  // A version it never hears of would hold back its successors for ever.
  if (order === 'strict' && typeof declared.events !== 'string')
    throw wrong(`strict order takes every event of the producer: '${producer}.*'`);

  return Object.freeze({
    durable,
    service,
    producer,
    stream: streamOf(producer),
    filterSubjects: [...subjects, replaySubjectsOf(durable, producer)],
    events: typeof declared.events === 'string' ? [declared.events] : [...declared.events],
    order,
    replay,
    batch,
    concurrency,
  });
}

/** Most messages a loop holds at one time. */
export function prefetchOf(reaction: ReactionSpec): number {
  return reaction.batch * reaction.concurrency;
}

/** Of the events that are listed, or of all of the producer. */
function contractsOf(events: readonly string[] | string): Array<[string, EventContract]> {
  const heard = (type: string): boolean => (typeof events === 'string' ? `${producerOf(type)}.*` === events : events.includes(type));
  return Object.entries<EventContract>(eventContracts).filter(([type]) => heard(type));
}

type Wrong = (what: string) => InvalidReaction;

function allOf(wildcard: string, wrong: Wrong): { producer: string; subjects: string[] } {
  const producer = wildcard.endsWith('.*') ? wildcard.slice(0, -2) : '';
  if (!Object.keys(eventContracts).some((type) => producerOf(type) === producer))
    throw wrong(`"${wildcard}" names no producer of events: expected <producer>.*`);
  return { producer, subjects: [wildcardSubjectOf(producer)] };
}

function listed(events: readonly string[], wrong: Wrong): { producer: string; subjects: string[] } {
  const unknown = events.filter((event) => !isEventType(event));
  if (unknown.length > 0) throw wrong(`no contract defines ${unknown.join(', ')}`);
  const [producer, ...others] = new Set(events.map(producerOf));
  if (!producer) throw wrong('reacts to no event');
  if (others.length > 0)
    throw wrong(
      `a reaction has one producer, not ${[producer, ...others].join(' and ')}: declare one reaction for each`,
    );
  return { producer, subjects: [...new Set(events.map(subjectOf))] };
}

function within(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
