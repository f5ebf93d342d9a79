import { mayTakeBack, takenBackUntil } from './take-back';

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

it('what can still be taken back was merged within five minutes', () => {
  expect(takenBackUntil(after(300_000))).toEqual(mergedAt);
});
