import * as fc from 'fast-check';
import { siteCalendars, type SiteCalendars } from './business-calendar';
import { closeClock, pauseClock, resumeClock, startClock, type Clock } from './clock';
import type { Duration } from './duration';
import { addByMinute, serves, type Site } from './minute-by-minute.fixture';
import { dueAt, elapsed, isPaused, remaining } from './read-clock';
import { proposedHours } from './service-hours';
import { siteAndInstant } from './sites.fixture';

/** Minutes: from the last act to a wait, from there to its review, and to when it was left, if it was. */
interface Waiting {
  readonly after: number;
  readonly review: number;
  readonly left: number | undefined;
}

const waiting: fc.Arbitrary<Waiting> = fc.record({
  after: fc.integer({ min: 0, max: 600 }),
  review: fc.integer({ min: 1, max: 900 }),
  left: fc.option(fc.integer({ min: 0, max: 1_200 }), { nil: undefined }),
});
const waits = fc.array(waiting, { maxLength: 4 });
const measured: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 0, max: 300 }),
  unit: fc.constantFrom('service-minutes' as const, 'minutes' as const),
});
const counted: fc.Arbitrary<Duration> = fc.record({
  amount: fc.integer({ min: 0, max: 4 }),
  unit: fc.constantFrom('days' as const, 'workdays' as const),
});

/** Late on a Saturday; the day after it is moved to Monday, which is the next day, too. */
const sundayOff: { site: Site; from: Date } = {
  from: new Date('2025-09-27T17:44:00.000Z'),
  site: {
    timeZone: 'Asia/Kathmandu',
    hours: { workday: [{ from: '00:00', to: '10:00' }], saturday: [{ from: '00:00', to: '23:30' }], sunday: [], holiday: [] },
    holidays: [],
  },
};
/** Over the end of Saturday's service, and from the beginning of Monday's to its end. */
const waitsToTheEnd: Waiting[] = [
  { after: 0, review: 1, left: 1_000 },
  { after: 471, review: 600, left: undefined },
];

function waitingClock(from: Date, limit: Duration, plan: readonly Waiting[]): Clock {
  let at = from.getTime();
  const soon = (minutes: number): Date => new Date(at + minutes * 60_000);
  return plan.reduce<Clock>(
    (clock, { after, review, left }) => {
      at = soon(after).getTime();
      const paused = pauseClock(clock, { state: 'parts', at: soon(0), reviewAt: soon(review) }, ['parts']);
      if (left === undefined) return paused;
      at = soon(left).getTime();
      return resumeClock(paused, soon(0));
    },
    startClock({ ruleId: 'rule', function: 'desk', limits: [limit] }, from),
  );
}

function calendarsOf({ timeZone, hours, holidays }: Site): SiteCalendars {
  return siteCalendars(timeZone, { ...proposedHours, desk: hours }, holidays);
}

describe('a clock that waits', () => {
  it('is due when it has run long enough, counted by minutes', () => {
    fc.assert(
      fc.property(siteAndInstant, measured, waits, ({ site, from }, limit, plan) => {
        const clock = waitingClock(from, limit, plan);
        const stands = (at: number): boolean => isPaused(clock, new Date(at));
        expect(dueAt(clock, calendarsOf(site))).toEqual(addByMinute(site, from, limit, stands));
      }),
      { numRuns: 200 },
    );
  });

  it('has run its target when it is due, and has the rest to run at any time', () => {
    fc.assert(
      fc.property(siteAndInstant, measured, waits, fc.nat(4_000), ({ site, from }, limit, plan, later) => {
        const clock = waitingClock(from, limit, plan);
        const calendars = calendarsOf(site);
        const at = new Date(from.getTime() + later * 60_000);
        expect(elapsed(clock, calendars, dueAt(clock, calendars), limit.unit)).toBeCloseTo(limit.amount, 9);
        const both = elapsed(clock, calendars, at, limit.unit) + remaining(clock, calendars, at, limit.unit);
        expect(both).toBeCloseTo(limit.amount, 9);
      }),
    );
  });

  it('never comes due while it stands, nor earlier for having waited', () => {
    fc.assert(
      fc.property(siteAndInstant, fc.oneof(measured, counted), waits, ({ site, from }, limit, plan) => {
        const clock = waitingClock(from, limit, plan);
        const due = dueAt(clock, calendarsOf(site));
        const without = dueAt(waitingClock(from, limit, []), calendarsOf(site));
        const last = new Date(due.getTime() - 1);
        expect(due.getTime()).toBeGreaterThanOrEqual(without.getTime());
        expect(due > without && isPaused(clock, last)).toBe(false);
      }),
      { numRuns: 300, examples: [[sundayOff, { amount: 0, unit: 'days' }, waitsToTheEnd]] },
    );
  });

  it('is not moved by waits after it was due, and shows the same for ever once closed', () => {
    fc.assert(
      fc.property(siteAndInstant, measured, waits, fc.nat(10_000), ({ site, from }, limit, plan, later) => {
        const calendars = calendarsOf(site);
        const clock = waitingClock(from, limit, plan);
        const end = new Date(Math.max(dueAt(clock, calendars).getTime(), from.getTime() + 10_000 * 60_000));
        const reviewAt = new Date(end.getTime() + 60_000);
        const more = pauseClock(clock, { state: 'parts', at: end, reviewAt }, ['parts']);
        expect(dueAt(more, calendars)).toEqual(dueAt(clock, calendars));
        const closed = closeClock(clock, end);
        const afterwards = new Date(end.getTime() + later * 60_000);
        expect(elapsed(closed, calendars, afterwards, limit.unit)).toBe(
          elapsed(clock, calendars, end, limit.unit),
        );
      }),
    );
  });

  it('opens and closes with its site', () => {
    fc.assert(
      fc.property(siteAndInstant, waits, ({ site, from }, plan) => {
        const limit: Duration = { amount: 60, unit: 'service-minutes' };
        const due = dueAt(waitingClock(from, limit, plan), calendarsOf(site));
        expect(serves(site, due.getTime() - 60_000)).toBe(true);
      }),
    );
  });
});
