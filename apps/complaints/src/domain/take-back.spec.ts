import { mayTakeBack, standsFrom } from './take-back';

const mergedAt = new Date('2026-03-01T08:00:00Z');
const merge = { mergedBy: 'lead', mergedAt, followed: false };
const after = (ms: number) => new Date(mergedAt.getTime() + ms);

it.each([
  ['at once', merge, 'lead', 0, true],
  ['until five minutes have gone by', merge, 'lead', 300_000, true],
  ['not later', merge, 'lead', 300_001, false],
  ['not by another', merge, 'director', 0, false],
  ['not once something followed', { ...merge, followed: true }, 'lead', 0, false],
] as const)('a merge is taken back %s (G3)', (_, act, personId, ms, may) => {
  expect(mayTakeBack(act, personId, after(ms))).toBe(may);
});

it('a merge stands from when nobody can take it back any more', () => {
  const stands = standsFrom(mergedAt);
  expect([-1, 0].map((ms) => mayTakeBack(merge, 'lead', new Date(stands.getTime() + ms)))).toEqual([true, false]);
});
