import { isWhole, tidyUpDue, tidyUpReminders, yearOver } from './tidy-up';

describe('the yearly tidy-up (W1.3)', () => {
  it('is due at the end of 30 June of the next year in China, with reminders before and one after', () => {
    expect(tidyUpDue(2026).toISOString()).toBe('2027-06-30T16:00:00.000Z');
    expect(yearOver(2026).toISOString()).toBe('2026-12-31T16:00:00.000Z');
    const reminders = tidyUpReminders(2026).map((each) => each.toISOString());
    expect(reminders).toEqual(['2027-06-01T01:00:00.000Z', '2027-06-15T01:00:00.000Z', '2027-06-29T01:00:00.000Z', '2027-07-01T01:00:00.000Z']);
  });

  it('is whole when nothing is missing', () => {
    expect(isWhole({ unfiled: 0, unaccepted: 0, gaps: 0 })).toBe(true);
    expect([isWhole({ unfiled: 1, unaccepted: 0, gaps: 0 }), isWhole({ unfiled: 0, unaccepted: 1, gaps: 0 }), isWhole({ unfiled: 0, unaccepted: 0, gaps: 1 })]).toEqual([false, false, false]);
  });
});
