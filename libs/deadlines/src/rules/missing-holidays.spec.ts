import { missingHolidays } from './missing-holidays';
import { RuleBook } from './rule-book';
import { shippedRules } from './shipped-rules';

const book = new RuleBook(shippedRules, new Map());

test.each([
  ['2026-06-01', [], []],
  ['2026-11-01', [], []],
  ['2026-11-02', [], [2027]],
  ['2027-01-01', [2027], []],
  ['2027-12-01', [2027], [2028]],
])('on %s the holidays of %j are missing, and soon those of %j', (day, inUse, soon) => {
  expect(missingHolidays(book, new Date(`${day}T00:00:00+08:00`))).toEqual({ inUse, soon });
});

test('a year that was entered for later is not in use yet, one that is in effect is not missing', () => {
  const entered = (effectiveFrom: string) => {
    const days = [{ date: '2027-01-01', kind: 'holiday' as const, name: { zh: '元旦', en: 'New Year' } }];
    const row = { id: 'row', kind: 'holidays' as const, siteId: null, content: { year: 2027, days }, source: { zh: '', en: '' } };
    return new RuleBook([...shippedRules, { ...row, effectiveFrom: new Date(effectiveFrom), recordedAt: new Date(effectiveFrom) }], new Map());
  };
  const now = new Date('2026-12-01T00:00:00+08:00');
  expect(missingHolidays(entered('2026-11-20T00:00:00Z'), now).soon).toEqual([]);
  expect(missingHolidays(entered('2026-12-20T00:00:00Z'), now).soon).toEqual([2027]);
});
