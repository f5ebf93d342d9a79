import { eventContracts, type EventType } from '@property-office/contracts';
import { listenersByEvent } from '../../../apps/all-in-one/src/documents/event-listeners';
import { reasonUnheard } from '../../../apps/all-in-one/src/documents/unheard-events';
import { services } from '../../../apps/all-in-one/src/services';
import { ownershipViolations, type EventFacts } from './event-ownership';

it('each event has an owner, and a reaction or a reason', () => {
  const facts = [...listenersByEvent(services)].map(([type, reactions]: [EventType, readonly unknown[]]) => ({
    type,
    producer: eventContracts[type].producer,
    reactions: reactions.length,
    reason: reasonUnheard(type),
  }));
  expect(
    ownershipViolations(
      facts,
      services.map(({ name }) => name),
    ),
  ).toEqual([]);
});

const event: EventFacts = {
  type: 'tickets.repair-requested.v1',
  producer: 'tickets',
  reactions: 1,
  reason: undefined,
};

it.each<[string, Partial<EventFacts>, string[]]>([
  ['as it should be', {}, []],
  ['silent for a reason', { reactions: 0, reason: 'It is a record.' }, []],
  [
    'of a service that does not exist',
    { type: 'shop.sold.v1', producer: 'shop' },
    ['shop.sold.v1: shop is no service'],
  ],
  [
    'of another than it says',
    { producer: 'dispatch' },
    ['tickets.repair-requested.v1: is announced by dispatch'],
  ],
  [
    'unheard',
    { reactions: 0 },
    ['tickets.repair-requested.v1: nobody reacts, and unheard-events.ts does not say why'],
  ],
  [
    'heard against what is said',
    { reason: 'It is a record.' },
    ['tickets.repair-requested.v1: is heard, so unheard-events.ts has no reason to give'],
  ],
])('an event %s', (_, change, expected) => {
  expect(ownershipViolations([{ ...event, ...change }], ['tickets', 'dispatch'])).toEqual(expected);
});
