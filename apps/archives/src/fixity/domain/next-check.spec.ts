import { nextCheck } from './next-check';

const at = new Date('2026-11-28T00:00:00Z');

it('W4.2: what is whole is looked at again before the round is over', () => {
  expect(nextCheck(at, 'whole', 10)).toEqual(new Date('2026-12-07T00:00:00Z'));
});

it.each(['damaged', 'missing'] as const)('W4.2: what is %s is looked at again within the hour', (found) => {
  expect(nextCheck(at, found, 10)).toEqual(new Date('2026-11-28T01:00:00Z'));
});
