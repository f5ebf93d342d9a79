import { InvalidReaction } from './errors';
import {
  crewSubjectOf,
  parseDurable,
  producerOf,
  replaySubjectOf,
  replaySubjectsOf,
  streamOf,
  subjectOf,
  subjectsOfProducer,
  wildcardSubjectOf,
} from './names';

/** Whether a NATS filter takes a subject. */
function takes(filter: string, subject: string): boolean {
  const tokens = subject.split('.');
  const wanted = filter.split('.');
  return (
    wanted.every((token, at) =>
      token === '>' ? tokens.length > at : token === '*' || token === tokens[at],
    ) &&
    (wanted.at(-1) === '>' || wanted.length === tokens.length)
  );
}

describe('names on the broker', () => {
  it('derives subject and stream from an event type', () => {
    expect(subjectOf('tickets.repair-requested.v1')).toBe('events.tickets.repair-requested.v1');
    expect(producerOf('tickets.repair-requested.v12')).toBe('tickets');
    expect(streamOf('tickets')).toBe('EVENTS_TICKETS');
    expect(streamOf('follow-ups')).toBe('EVENTS_FOLLOW_UPS');
    expect(subjectsOfProducer('tickets')).toBe('events.tickets.>');
  });

  it.each([
    'tickets',
    'tickets.repair-requested',
    'tickets.repair-requested.1',
    'tickets.repair.requested.v1',
    'Tickets.a.v1',
    'tickets.*.v1',
    'tickets.a.v0',
  ])('refuses "%s" as an event type', (type) => expect(() => subjectOf(type)).toThrow('is no event type'));

  it('reads a durable name', () => {
    expect(parseDurable('tracking__timeline_v1')).toEqual({
      service: 'tracking',
      reaction: 'timeline',
      version: 1,
    });
    expect(parseDurable('follow-ups__open_on_finish_v12')).toEqual({
      service: 'follow-ups',
      reaction: 'open_on_finish',
      version: 12,
    });
  });

  it.each([
    'timeline_v1',
    'tracking_timeline_v1',
    'tracking__timeline',
    'tracking__timeline_v0',
    'tracking__timeline_v01',
    'tracking__time.line_v1',
    'Tracking__timeline_v1',
    'tracking____timeline_v1',
    'tracking__timeline_v1 ',
    '',
  ])('refuses "%s" as a durable name', (name) => expect(() => parseDurable(name)).toThrow(InvalidReaction));

  it('keeps replayed events private to one durable', () => {
    const replayed = replaySubjectOf('tracking__timeline_v1', 'tickets.repair-requested.v1');
    expect(takes(subjectsOfProducer('tickets'), replayed)).toBe(true);
    expect(takes(replaySubjectsOf('tracking__timeline_v1', 'tickets'), replayed)).toBe(true);
    expect(takes(replaySubjectsOf('tracking__timeline_v2', 'tickets'), replayed)).toBe(false);
    expect(takes(wildcardSubjectOf('tickets'), replayed)).toBe(false);
    expect(takes(wildcardSubjectOf('tickets'), subjectOf('tickets.repair-requested.v1'))).toBe(true);
  });

  it('puts a crew id into one token of the subject', () => {
    const type = 'dispatch.work-order-dispatched.v1';
    expect(crewSubjectOf('0199-ab', type)).toBe('crews.0199-ab.work-order-dispatched.v1');
    for (const id of ['a.b', '*', '>', '', 'a b'])
      expect(() => crewSubjectOf(id, type)).toThrow('cannot stand in a subject');
  });
});
