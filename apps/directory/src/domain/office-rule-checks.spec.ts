import { holidaysOfChina, proposedHours } from '@property-office/calendar';
import { checkHolidays, checkHours, checkPlan, checkTarget, effectiveFrom } from './office-rule-checks';

const now = new Date('2026-11-23T10:00:00Z');
const code = (refused: string) => expect.objectContaining({ code: refused });

describe('a row of the tables by which clocks run', () => {
  it('has hours in order, at least some on workdays', () => {
    expect(() => checkHours(proposedHours.desk)).not.toThrow();
    expect(() => checkHours({ ...proposedHours.desk, holiday: [{ from: '18:00', to: '08:00' }] })).toThrow(code('bad-service-hours'));
    expect(() => checkHours({ ...proposedHours.desk, workday: [] })).toThrow(code('bad-service-hours'));
  });

  it('has the days of its own year, each once', () => {
    const of2026 = holidaysOfChina.filter(({ date }) => date.startsWith('2026'));
    expect(() => checkHolidays(2026, of2026)).not.toThrow();
    expect(() => checkHolidays(2027, of2026)).toThrow(code('holiday-of-another-year'));
    expect(() => checkHolidays(2026, [...of2026, of2026[0]!])).toThrow(code('bad-holiday'));
    expect(() => checkHolidays(2026, [{ ...of2026[0]!, date: '2026-02-30' }])).toThrow(
      expect.objectContaining({ code: 'bad-holiday', fields: [expect.objectContaining({ pointer: '/days/0/date' })] }),
    );
  });

  it('promises something, in whole days or any number of hours', () => {
    expect(() => checkTarget([{ amount: 24, unit: 'service-hours' }, { amount: 3, unit: 'days' }], false)).not.toThrow();
    expect(() => checkTarget([], true)).not.toThrow();
    expect(() => checkTarget([], false)).toThrow(code('promise-empty'));
    expect(() => checkTarget([{ amount: 1.5, unit: 'days' }], false)).toThrow(code('bad-duration'));
  });

  it('has levels of unique names that fit its urgency', () => {
    const level = { name: 'lead', base: 'due' as const, after: { amount: 1, unit: 'hours' as const }, to: 'crew-lead' as const };
    expect(() => checkPlan({ urgent: true, function: 'desk', levels: [level] })).not.toThrow();
    expect(() => checkPlan({ urgent: false, function: 'desk', levels: [level] })).toThrow(code('bad-escalation'));
    expect(() => checkPlan({ urgent: true, function: 'desk', levels: [level, level] })).toThrow(code('bad-escalation'));
  });

  it('holds from now on or later, never for what has started (Q1)', () => {
    expect(effectiveFrom(undefined, now)).toEqual(now);
    expect(effectiveFrom(new Date(now.getTime() - 59_000), now)).toEqual(now);
    expect(() => effectiveFrom(new Date(now.getTime() - 61_000), now)).toThrow(code('effective-in-the-past'));
    expect(() => effectiveFrom(new Date('2032-01-01T00:00:00Z'), now)).toThrow(code('effective-in-the-past'));
    const later = new Date('2027-01-01T00:00:00Z');
    expect(effectiveFrom(later, now)).toEqual(later);
  });
});
