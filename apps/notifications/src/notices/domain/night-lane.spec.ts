import { isNight, onTheWall } from './night-lane';

it.each([
  ['2026-11-28T02:30:00+08:00', true],
  ['2026-11-28T08:29:59+08:00', true],
  ['2026-11-28T08:30:00+08:00', false],
  ['2026-11-28T12:30:00+08:00', true],
  ['2026-11-28T17:59:59+08:00', false],
  ['2026-11-28T18:00:00+08:00', true],
])('at %s the night lane is open: %s', (at, open) => {
  expect(isNight('Asia/Shanghai', new Date(at))).toBe(open);
});

it('goes by the wall of the site', () => {
  const at = new Date('2026-11-27T18:30:00Z');
  expect(onTheWall('Asia/Shanghai', at)).toBe('11月28日 02:30');
  expect(onTheWall('Asia/Urumqi', at)).toBe('11月28日 00:30');
  expect(isNight('Europe/London', new Date('2026-11-28T10:00:00Z'))).toBe(false);
});
