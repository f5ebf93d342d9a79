import { isBeyondHotline, promiseRefusal } from './promise';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const now = at(10);

it('a promise lies ahead, within the time a case may take, and before the hotline’s deadline (W2.3)', () => {
  const refused = (promised: number, due: number | null, hotline: number | null) =>
    promiseRefusal(at(promised), { dueAt: due === null ? null : at(due), hotlineDeadline: hotline === null ? null : at(hotline) }, now);
  expect([refused(10, null, null), refused(11, null, null)]).toEqual(['not-ahead', undefined]);
  expect(refused(40 * 365, null, null)).toBe('not-ahead');
  expect([refused(12, 12, null), refused(13, 12, null)]).toEqual([undefined, 'beyond-due']);
  expect([refused(13, 12, 14), refused(14, 15, 14), refused(13, 15, 14)]).toEqual(['beyond-due', 'beyond-hotline', undefined]);
  // Our own date is over, the hotline’s is not: it still leads.
  expect([refused(14, 9, 14), refused(15, 9, 14), refused(13, 9, 14)]).toEqual(['beyond-hotline', 'beyond-hotline', undefined]);
  expect([refused(15, 9, 10), refused(15, null, 9)]).toEqual([undefined, undefined]);
});

it('a promise given before a hotline came is too late from its deadline on', () => {
  expect([13, 14, 15].map((day) => isBeyondHotline(at(day), at(14)))).toEqual([false, true, true]);
  expect(isBeyondHotline(at(15), null)).toBe(false);
});
