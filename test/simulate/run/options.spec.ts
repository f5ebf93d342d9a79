import { readOptions, UsageError } from './options';

it('reads a plan with what is left out', () => {
  expect(readOptions(['--plan', 'quarter'], '/here')).toEqual({ plan: 'quarter', seed: 1, width: 6, folder: undefined, smoke: false });
  expect(readOptions(['--smoke'], '/here')).toMatchObject({ plan: 'week', smoke: true });
  expect(readOptions(['--plan', 'year'], '/here')).toMatchObject({ plan: 'year', smoke: false });
  expect(readOptions(['--plan', 'year', '--smoke'], '/here')).toMatchObject({ plan: 'short-year', smoke: true });
  expect(readOptions(['--plan', 'week', '--smoke', '--seed', '7', '--concurrency', '2', '--data-dir', 'kept'], '/here')).toEqual({ plan: 'week', seed: 7, width: 2, folder: '/here/kept', smoke: true });
});

it.each([
  [[], 'Say which plan.'],
  [['--plan', 'decade'], 'There is no plan decade.'],
  [['--plan', 'short-year'], 'There is no plan short-year.'],
  [['--plan', 'quarter', '--smoke'], '--smoke is the plan "week", or a short "year".'],
  [['--smoke', '--seed', '0'], '--seed takes a whole number above 0.'],
  [['--smoke', '--seed', 'x'], '--seed takes a whole number above 0.'],
  [['--smoke', '--concurrency', '1.5'], '--concurrency takes a whole number above 0.'],
  [['--fast'], '--fast'],
])('refuses %j', (args, message) => {
  expect(() => readOptions(args, '/here')).toThrow(UsageError);
  expect(() => readOptions(args, '/here')).toThrow(message);
});
