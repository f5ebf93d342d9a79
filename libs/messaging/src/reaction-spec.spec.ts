import { InvalidReaction } from './errors';
import { prefetchOf, reactionSpec, type ReactionDeclaration } from './reaction-spec';

const declared: ReactionDeclaration = {
  durable: 'tracking__timeline_v1',
  events: ['tickets.repair-requested.v1', 'tickets.repair-cancelled.v1'],
  order: 'any',
  replay: 'rebuild',
};

describe('a declared reaction', () => {
  it('listens to its events and to its own replays', () => {
    expect(reactionSpec(declared)).toMatchObject({
      service: 'tracking',
      producer: 'tickets',
      stream: 'EVENTS_TICKETS',
      filterSubjects: [
        'events.tickets.repair-requested.v1',
        'events.tickets.repair-cancelled.v1',
        'events.tickets.replay.tracking__timeline_v1.>',
      ],
      batch: 32,
      concurrency: 1,
    });
  });

  it('may take everything of one producer', () => {
    const { filterSubjects } = reactionSpec({ ...declared, events: 'tickets.*', order: 'strict' });
    expect(filterSubjects).toEqual(['events.tickets.*.*', 'events.tickets.replay.tracking__timeline_v1.>']);
  });

  it('holds one batch, or as many as are settled side by side', () => {
    expect(prefetchOf(reactionSpec(declared))).toBe(32);
    expect(prefetchOf(reactionSpec({ ...declared, batch: 5 }))).toBe(5);
    expect(prefetchOf(reactionSpec({ ...declared, concurrency: 8 }))).toBe(8);
  });

  it.each<[string, Partial<ReactionDeclaration>]>([
    ['is no durable name', { durable: 'timeline' }],
    ['reacts to no event', { events: [] }],
    ['no contract defines tickets.repair-exploded.v1', { events: ['tickets.repair-exploded.v1'] }],
    ['no contract defines tickets.*', { events: ['tickets.*'] }],
    [
      'a reaction has one producer, not tickets and directory',
      { events: ['tickets.repair-requested.v1', 'directory.person-registered.v1'] },
    ],
    ['names no producer of events', { events: 'nobody.*' }],
    ['names no producer of events', { events: 'tickets.repair-requested.v1' }],
    ['reception.contact-converted.v1 is not for dispatch to hear', { durable: 'dispatch__contacts_v1', events: ['reception.contact-converted.v1'] }],
    ['reception.contact-converted.v1 is not for dispatch to hear', { durable: 'dispatch__contacts_v1', events: 'reception.*', order: 'strict' }],
    ['batch is 1 to 256', { batch: 0 }],
    ['batch is 1 to 256', { batch: 257 }],
    ['concurrency is 1 to 8', { concurrency: 9 }],
    ['concurrency is 1 to 8', { concurrency: 1.5 }],
    ['not both', { batch: 2, concurrency: 2 }],
    ['strict order and concurrency', { order: 'strict', concurrency: 2 }],
    ["strict order takes every event of the producer: 'tickets.*'", { order: 'strict' }],
  ])('is refused where it %s', (message, wrong) => {
    const making = () => reactionSpec({ ...declared, ...wrong });
    expect(making).toThrow(InvalidReaction);
    expect(making).toThrow(message);
  });
});
