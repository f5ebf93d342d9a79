import { newId } from '@property-office/kernel';
import { identify } from './identify';

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

test('an event is what its envelope says', () => {
  const [id, subject] = [newId(), newId()];
  expect(identify(bytes({ id, subject, aggregateversion: 3 }), { 'nats-msg-id': `1:${newId()}` })).toEqual({
    eventId: id,
    aggregateId: subject,
    version: 3,
  });
});

test('else what the relay called it, in whatever epoch', () => {
  const id = newId();
  for (const text of ['rubbish', 'null', '7', '{"id":"x","subject":"y","aggregateversion":1}'])
    expect(identify(bytes(text), { 'nats-msg-id': `12:${id}` })).toEqual({ eventId: id });
});

test('else the same for the same bytes', () => {
  expect(identify(bytes('rubbish'), {})).toEqual(identify(bytes('rubbish'), { other: 'header' }));
  expect(identify(bytes('rubbish'), {})).not.toEqual(identify(bytes('other rubbish'), {}));
});

test('a version that is no number is no version', () => {
  const id = newId();
  expect(identify(bytes({ id, subject: newId(), aggregateversion: '3' }), {})).toEqual({ eventId: id });
});
