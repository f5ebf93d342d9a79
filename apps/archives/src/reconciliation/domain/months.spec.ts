import { monthBegins, monthOf } from '@property-office/calendar';
import { recordSources, type MonthStanding, type RecordSource } from '@property-office/contracts';
import { recordYear } from '../../domain/archive-number';
import { dayOf, endedMonths, lastMomentOf, monthInWords } from './calendar-month';
import { factOf, figuresOf, isSettled, unsettledOf } from './month-figures';
import { afterMonthFact, afterMonthMove, legalMonthMoves, monthStates } from './month-states';
import { inOrder, lineOf, registerText, rowOf } from './repair-register';

describe('a month by the wall clock of its site', () => {
  const ended = (timeZone: string, now: string) => endedMonths('2026-10', timeZone, new Date(now));

  it('is over some hours after its end, and the site begins one after the other', () => {
    expect(ended('Asia/Shanghai', '2026-11-30T21:59:59Z')).toEqual(['2026-10']);
    expect(ended('Asia/Shanghai', '2026-11-30T22:00:00Z')).toEqual(['2026-10', '2026-11']);
    expect(ended('Europe/London', '2026-11-30T22:00:00Z')).toEqual(['2026-10']);
    expect(ended('Asia/Shanghai', '2026-10-20T00:00:00Z')).toEqual([]);
  });

  it('has days, and words', () => {
    expect(dayOf(new Date('2026-11-30T15:59:59Z'), 'Asia/Shanghai')).toBe('2026-11-30');
    expect(dayOf(new Date('2026-11-30T16:00:00Z'), 'Europe/London')).toBe('2026-11-30');
    expect(monthInWords('2026-03')).toBe('2026年3月');
  });

  it.each(['Asia/Shanghai', 'Asia/Tokyo', 'Europe/London', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])('in %s, has a last moment that is of the month, and of its year, on paper, too', (timeZone) => {
    const [fromAt, toAt] = [monthBegins(timeZone, '2026-12'), monthBegins(timeZone, '2027-01')];
    const last = lastMomentOf({ month: '2026-12', toAt });
    expect([monthOf(timeZone, last), monthOf('Asia/Shanghai', last), recordYear(last)]).toEqual(['2026-12', '2026-12', 2026]);
    expect(last > fromAt && last < toAt).toBe(true);
    // The next one is not, by one of the two.
    expect([monthOf(timeZone, new Date(last.getTime() + 1)), monthOf('Asia/Shanghai', new Date(last.getTime() + 1))]).toContain('2027-01');
  });
});

describe('the figures of a month (W4.5)', () => {
  const cases = (...all: Array<[MonthStanding, boolean?]>) => all.map(([standing, explained = false]) => ({ source: 'notice' as RecordSource, standing, explained }));

  it('count by source what it has, what was proposed and what became of it, also of one that has nothing', () => {
    const figures = figuresOf(cases(['record'], ['open'], ['open', true], ['returned'], ['missing'], ['unknown']));
    expect(figures.map(({ source }) => source)).toEqual(recordSources);
    expect(figures.find(({ source }) => source === 'notice')).toEqual({ source: 'notice', events: 5, proposals: 5, records: 1, returned: 1, open: 2, missing: 1, unknown: 1, explained: 1 });
    expect(figures.find(({ source }) => source === 'complaint')).toMatchObject({ events: 0, proposals: 0 });
  });

  it('agree where nothing is open, missing or unknown without a reason', () => {
    expect(isSettled(unsettledOf(cases(['record'], ['returned'], ['open', true], ['missing', true], ['unknown', true])))).toBe(true);
    for (const standing of ['open', 'missing', 'unknown'] as const) expect(isSettled(unsettledOf(cases(['record'], [standing])))).toBe(false);
  });

  it('do not differ before anybody did anything because its own register is still to become a record; later that is a difference', () => {
    const register = { source: 'repair-register' as const, standing: 'open' as const, explained: false };
    expect(factOf('reconciling', [register, ...cases(['record'])])).toBeUndefined();
    expect(factOf('reconciling', [register, ...cases(['open'])])).toBe('differs');
    expect(factOf('reconciling', [{ ...register, standing: 'missing' }])).toBe('differs');
    for (const state of ['agreed', 'closed'] as const) expect(factOf(state, [register])).toBe('differs');
    expect(factOf('reconciling', [{ ...register, standing: 'record' }])).toBe('agrees');
  });
});

describe('the states of a month', () => {
  it('let nobody act before its sources were asked, nor after it was closed', () => {
    expect(monthStates.filter((state) => legalMonthMoves(state).length === 0)).toEqual(['reconciling', 'closed']);
    expect(afterMonthMove('reopened', 'close')).toBe('closed');
  });

  it('show that a closed month changed, and that what differed agrees', () => {
    expect(monthStates.map((state) => afterMonthFact(state, 'differs'))).toEqual(['differing', undefined, 'differing', 'reopened', undefined]);
    expect(monthStates.map((state) => afterMonthFact(state, 'agrees'))).toEqual(['agreed', 'agreed', undefined, undefined, 'agreed']);
  });
});

describe('the register of repairs', () => {
  const month = { month: '2026-11', fromAt: new Date('2026-10-31T16:00:00Z'), timeZone: 'Asia/Shanghai' };
  const repair = (number: string, doneAt: string, episode = 1) =>
    lineOf({ eventId: number, number, episode, place: '3栋 502', category: '水暖', reportedAt: doneAt, doneAt, closedAt: null, result: 'done' });

  it('says of each number, place, category, result and dates, in the order in which it was done', () => {
    const lines = inOrder([repair('R-2', '2026-11-20T02:00:00Z'), repair('R-1', '2026-11-03T02:00:00Z', 2)]);
    expect(rowOf(month, lines[0]!, 1)).toEqual(['1', 'R-1（第2轮）', '3栋 502', '水暖', '已完成', '2026-11-03', '2026-11-03', '—']);
    expect(registerText(month, lines)).toMatch(/^2026年11月维修登记簿\n共 2 件。\n\n序号[^]*R-1[^]*R-2/);
  });

  it('says what it takes up late, and that a month had nothing', () => {
    expect(registerText(month, [repair('R-1', '2026-10-31T02:00:00Z')])).toContain('共 1 件，其中补登此前完成的 1 件。');
    expect(registerText(month, [])).toContain('本月没有完成的维修。');
  });
});
