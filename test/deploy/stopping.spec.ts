import { stopOrder } from '@property-office/service-kit';
import { filesOf } from '../architecture/source-file';
import { longestStopSeconds, stepsOfOffice, stepsOfProcess, stopSteps } from './stopping';

const steps = (text: string) => stopSteps(filesOf({ 'apps/a/src/x.ts': text }));

it('steps of one order run beside each other, orders one after the other, after the pause', () => {
  const given = [{ order: stopOrder.timers, seconds: 5 }, { order: stopOrder.timers, seconds: 12 }, { order: stopOrder.pools, seconds: 10 }];
  expect([longestStopSeconds(0, given), longestStopSeconds(5, given)]).toEqual([22, 28]);
});

it.each([
  ['a number', `shutdown.register('a', stopOrder.timers, () => stop({ b: 1 }), 5_000);`, [{ order: stopOrder.timers, seconds: 5 }]],
  ['a constant of its file', `const budgetMs = 15_000;\nshutdown.register('a', stopOrder.requests, () => undefined, budgetMs);`, [{ order: stopOrder.requests, seconds: 15 }]],
  ['an order after another', `shutdown.register('a', stopOrder.pools + 10, () => undefined, 20_000);`, [{ order: stopOrder.pools + 10, seconds: 20 }]],
  ['the pause, which is told from outside', `shutdown.register('a', stopOrder.pause, () => pause(s), s * 1_000 + 1_000);`, []],
  ['what is registered elsewhere', `cache.register('a', stopOrders, () => undefined, 1); // stopOrder.pools`, []],
])('finds %s', (_, text, found) => {
  expect(steps(text)).toEqual(found);
});

it('refuses a time that it cannot read', () => {
  expect(() => steps(`shutdown.register('a', stopOrder.pools, () => undefined, 2 * budgetMs);`)).toThrow('2 * budgetMs is no time that is read here');
});

it('finds a step of each order in the product', () => {
  const others = Object.values(stopOrder).filter((order) => order !== stopOrder.pause);
  expect(new Set(stepsOfProcess().map(({ order }) => order))).toEqual(new Set(others));
  expect(longestStopSeconds(0, stepsOfOffice())).toBeGreaterThan(longestStopSeconds(0, stepsOfProcess()));
});
