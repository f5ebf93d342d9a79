import * as fc from 'fast-check';
import { addTarget } from './add-target';
import { businessCalendar, isInService, nextService, type BusinessCalendar } from './business-calendar';
import { units, type Duration } from './duration';
import { measure } from './measure';
import { addByMinute, measureByMinute, serves, type Site } from './minute-by-minute.fixture';
import { siteAndInstant } from './sites.fixture';

const minutes = fc.integer({ min: 0, max: 300 });
const duration: fc.Arbitrary<Duration> = fc.oneof(
  fc.record({ amount: minutes, unit: fc.constantFrom('minutes' as const, 'service-minutes' as const) }),
  fc.record({
    amount: fc.integer({ min: 0, max: 5 }),
    unit: fc.constantFrom('hours' as const, 'service-hours' as const, 'days' as const, 'workdays' as const),
  }),
);

function calendarOf({ timeZone, hours, holidays }: Site): BusinessCalendar {
  return businessCalendar(timeZone, hours, holidays);
}

function later(from: Date, amount: number): Date {
  return new Date(from.getTime() + amount * 60_000);
}

describe('business time', () => {
  it('is added as by counting minutes on the wall clock', () => {
    fc.assert(
      fc.property(siteAndInstant, duration, ({ site, from }, wanted) => {
        expect(addTarget(calendarOf(site), from, wanted)).toEqual(addByMinute(site, from, wanted));
      }),
      { numRuns: 300 },
    );
  });

  it('is measured as by counting minutes on the wall clock', () => {
    const length = fc.integer({ min: 0, max: 6 * 1440 });
    fc.assert(
      fc.property(siteAndInstant, length, fc.constantFrom(...units), ({ site, from }, amount, unit) => {
        const to = later(from, amount);
        expect(measure(calendarOf(site), from, to, unit)).toBeCloseTo(
          measureByMinute(site, from, to, unit),
          9,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('measures what was added, to the millisecond', () => {
    const milliseconds = fc.integer({ min: 0, max: 40 * 3_600_000 });
    const unit = fc.constantFrom('hours' as const, 'service-hours' as const, 'service-minutes' as const);
    fc.assert(
      fc.property(siteAndInstant, milliseconds, unit, fc.nat(59_999), ({ site, from }, length, of, odd) => {
        const calendar = calendarOf(site);
        const start = new Date(from.getTime() + odd);
        const amount = length / (of.endsWith('hours') ? 3_600_000 : 60_000);
        expect(measure(calendar, start, addTarget(calendar, start, { amount, unit: of }), of)).toBeCloseTo(
          amount,
          9,
        );
      }),
    );
  });

  it('of two stretches is that of both together, and backwards it is negative', () => {
    const parts = fc.tuple(fc.nat(20_000), fc.nat(20_000));
    fc.assert(
      fc.property(
        siteAndInstant,
        parts,
        fc.constantFrom(...units),
        ({ site, from }, [first, second], unit) => {
          const calendar = calendarOf(site);
          const middle = later(from, first);
          const to = later(middle, second);
          const whole = measure(calendar, from, to, unit);
          expect(measure(calendar, from, middle, unit) + measure(calendar, middle, to, unit)).toBeCloseTo(
            whole,
            9,
          );
          expect(measure(calendar, to, from, unit)).toBe(0 - whole);
        },
      ),
    );
  });

  it('opens when the wall clock says so', () => {
    fc.assert(
      fc.property(siteAndInstant, ({ site, from }) => {
        const calendar = calendarOf(site);
        let opening = from.getTime();
        while (!serves(site, opening)) opening += 60_000;
        expect(isInService(calendar, from)).toBe(serves(site, from.getTime()));
        expect(nextService(calendar, from)).toEqual(new Date(opening));
      }),
    );
  });
});
