import * as fc from 'fast-check';
import type { HolidayRow } from './holidays';
import type { Site } from './minute-by-minute.fixture';
import type { ServiceHours, Shift } from './service-hours';

/** Zones of all sorts, with both changes of a year: by an hour, by half an hour, at midnight; and some that have none. */
const zones: ReadonlyArray<{ timeZone: string; changes: readonly string[] }> = [
  { timeZone: 'Asia/Shanghai', changes: ['2025-10-01T00:00Z', '2026-02-15T00:00Z'] },
  { timeZone: 'Asia/Kathmandu', changes: ['2025-10-01T00:00Z'] },
  { timeZone: 'America/New_York', changes: ['2025-03-09T07:00Z', '2025-11-02T06:00Z'] },
  { timeZone: 'Australia/Lord_Howe', changes: ['2025-04-05T15:00Z', '2025-10-04T15:30Z'] },
  { timeZone: 'Asia/Beirut', changes: ['2025-03-29T22:00Z', '2025-10-25T21:00Z'] },
  { timeZone: 'America/Santiago', changes: ['2025-04-06T03:00Z', '2025-09-07T04:00Z'] },
];

const minute = 60_000;

/** A site, and an instant there: a whole minute, near to a change of the clocks. */
export const siteAndInstant: fc.Arbitrary<{ site: Site; from: Date }> = fc
  .constantFrom(...zones.flatMap(({ timeZone, changes }) => changes.map((change) => ({ timeZone, change }))))
  .chain(({ timeZone, change }) =>
    fc.record({
      from: fc
        .integer({ min: -4 * 1440, max: 600 })
        .map((minutes) => new Date(Date.parse(change) + minutes * minute)),
      site: fc.record({ timeZone: fc.constant(timeZone), hours: hours(), holidays: holidaysAround(change) }),
    }),
  );

function hours(): fc.Arbitrary<ServiceHours> {
  const atLeastOne = shifts(2);
  return fc.record({ workday: atLeastOne, saturday: shifts(0), sunday: shifts(0), holiday: shifts(0) });
}

/** Up to three, beginning and ending at any half hour, so also while clocks are changed. */
function shifts(atLeast: number): fc.Arbitrary<Shift[]> {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: atLeast, maxLength: 6 })
    .map((marks) => {
      const times = [...marks].sort((one, other) => one - other).map(timeOf);
      return Array.from({ length: Math.floor(times.length / 2) }, (_, index) => ({
        from: times[2 * index]!,
        to: times[2 * index + 1]!,
      }));
    });
}

function timeOf(halfHours: number): string {
  return `${String(Math.floor(halfHours / 2)).padStart(2, '0')}:${halfHours % 2 ? '30' : '00'}`;
}

function holidaysAround(change: string): fc.Arbitrary<HolidayRow[]> {
  const row = fc.record({
    date: fc
      .integer({ min: -4, max: 8 })
      .map((days) => new Date(Date.parse(change) + days * 1440 * minute).toISOString().slice(0, 10)),
    kind: fc.constantFrom('holiday' as const, 'make-up-workday' as const),
    name: fc.constant({ zh: '假日', en: 'feast' }),
  });
  return fc.uniqueArray(row, { maxLength: 5, selector: ({ date }) => date });
}
