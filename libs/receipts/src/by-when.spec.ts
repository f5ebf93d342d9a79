import { byWhen } from './by-when';

const dueAt = '2026-11-26T10:00:00.000Z';
const words = { zh: '三个工作日内给出方案', en: 'a plan in three workdays' };
const promised = (promise: string, state: string, more: object = {}) => ({ promise, state, dueAt, words: null, ...more });

it.each([
  [[promised('done', 'running')], new Date(dueAt)],
  [[promised('done', 'paused')], new Date(dueAt)],
  [[promised('done', 'closed'), promised('plan', 'cancelled')], null],
  [[promised('plan', 'in-words', { dueAt: null, words }), promised('done', 'closed')], words],
  [[promised('done', 'in-words', { dueAt: null, words }), promised('plan', 'running')], new Date(dueAt)],
  [[promised('done', 'in-words', { dueAt: null, words }), promised('plan', 'closed')], words],
  [[promised('on-site', 'running')], null],
])('%j', (promises, expected) => {
  expect(byWhen({ isOver: false, promises }, 'done', 'plan')).toEqual(expected);
});

it('promises nothing of what is over, in words neither', () => {
  const promises = [promised('done', 'in-words', { dueAt: null, words }), promised('plan', 'running')];
  expect(byWhen({ isOver: true, promises }, 'done', 'plan')).toBeNull();
});
