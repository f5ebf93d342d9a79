import { handsEvents, handsOf, type HandsEvent } from './index';

const whom = { crewId: 'crew', technicianId: 'technician' };
const nobody = { crewId: null, technicianId: null, done: false };

test.each<[HandsEvent['type'], ReturnType<typeof handsOf>]>([
  ['dispatch.work-order-queued.v1', nobody],
  ['dispatch.work-order-offered.v1', nobody],
  ['dispatch.work-order-assigned.v1', { ...whom, done: false }],
  ['dispatch.work-order-accepted.v1', { ...whom, done: false }],
  ['dispatch.work-order-declined.v1', nobody],
  ['dispatch.work-order-finished.v1', { ...whom, done: true }],
  ['dispatch.work-order-withdrawn.v1', nobody],
  ['dispatch.work-order-restored.v1', { ...whom, done: false }],
])('%s', (type, hands) => {
  expect(handsOf({ type, data: whom } as unknown as HandsEvent)).toEqual(hands);
});

test('each of them is decided', () => {
  expect(handsEvents).toHaveLength(8);
});
