import { lastActAfter } from './last-act';

it('an act moves it ahead and never back, a clock does not move it (G2)', () => {
  const [earlier, later] = [new Date('2026-11-23T02:00:00Z'), new Date('2026-11-23T03:00:00Z')];
  expect(lastActAfter('verified', later, earlier)).toBe(later);
  expect(lastActAfter('verified', earlier, later)).toBe(later);
  for (const said of ['escalated', 'shown-on-time']) expect(lastActAfter(said, later, earlier)).toBe(earlier);
});
