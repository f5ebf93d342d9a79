import { unexcused } from './violation';

const violations = [
  { path: 'a.ts', line: 3, message: 'is wrong' },
  { path: 'b.ts', message: 'is wrong too' },
];

it('reports what no exception covers', () => {
  expect(unexcused(violations)).toEqual(['a.ts:3 is wrong', 'b.ts is wrong too']);
  expect(unexcused(violations, { 'a.ts': 'for a reason' })).toEqual(['b.ts is wrong too']);
  expect(unexcused([{ path: 'libs/a/b.ts', message: 'is wrong' }], { 'libs/a/': 'for a reason' })).toEqual(
    [],
  );
});

it('reports an exception that covers nothing', () => {
  expect(unexcused([], { 'a.ts': 'for a reason' })).toEqual(['a.ts needs no exception']);
});
