import fc from 'fast-check';
import { minutesOf, quietUntil, usualQuietHours, wallTime } from './quiet-hours';

const shanghai = 'Asia/Shanghai';
const until = (now: string, hours = usualQuietHours, zone = shanghai): string | undefined => quietUntil(new Date(now), zone, hours)?.toISOString();

describe('quiet hours', () => {
  it.each([
    ['the last minute of the day', '2026-11-27T13:59:59.999Z', undefined],
    ['22:00', '2026-11-27T14:00:00Z', '2026-11-27T23:00:00.000Z'],
    ['midnight', '2026-11-27T16:00:00Z', '2026-11-27T23:00:00.000Z'],
    ['06:59:59', '2026-11-27T22:59:59.999Z', '2026-11-27T23:00:00.000Z'],
    ['07:00', '2026-11-27T23:00:00Z', undefined],
    ['noon', '2026-11-28T04:00:00Z', undefined],
  ])('%s', (_, now, morning) => {
    expect(until(now)).toBe(morning);
  });

  it('within one day, as after lunch', () => {
    const nap = { from: 12 * 60, to: 14 * 60 };
    expect(until('2026-11-27T03:59:00Z', nap)).toBeUndefined();
    expect(until('2026-11-27T04:00:00Z', nap)).toBe('2026-11-27T06:00:00.000Z');
    expect(until('2026-11-27T06:00:00Z', nap)).toBeUndefined();
  });

  it('equal ends: never', () => {
    expect(until('2026-11-27T14:00:00Z', { from: 600, to: 600 })).toBeUndefined();
  });

  it('runs on the wall clock of the site', () => {
    expect(until('2026-11-27T14:00:00Z', usualQuietHours, 'Europe/Berlin')).toBeUndefined();
    expect(until('2026-11-27T21:00:00Z', usualQuietHours, 'Europe/Berlin')).toBe('2026-11-28T06:00:00.000Z');
  });

  it('ends where the clock is put forward over its end, and where it is put back', () => {
    const early = { from: 23 * 60, to: 2 * 60 + 30 };
    // 02:30 does not exist in Berlin on 28 March 2027: 03:00 follows 01:59.
    expect(until('2027-03-28T00:30:00Z', early, 'Europe/Berlin')).toBe('2027-03-28T01:00:00.000Z');
    expect(until('2026-10-24T22:30:00Z', early, 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('ends later than now and within a day, and then it is not quiet', () => {
    const minuteOfDay = fc.integer({ min: 0, max: 1_439 });
    fc.assert(
      fc.property(fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), minuteOfDay, minuteOfDay, (now, from, to) => {
        const end = quietUntil(now, shanghai, { from, to });
        if (!end) return;
        expect(end.getTime()).toBeGreaterThan(now.getTime());
        expect(end.getTime() - now.getTime()).toBeLessThanOrEqual(86_400_000);
        expect(quietUntil(end, shanghai, { from, to })).toBeUndefined();
      }),
    );
  });

  it('are written as people write them', () => {
    expect([wallTime(0), wallTime(1_320), wallTime(425)]).toEqual(['00:00', '22:00', '07:05']);
    expect([minutesOf('22:00'), minutesOf('07:05'), minutesOf('24:00'), minutesOf('7:00'), minutesOf('12:60')]).toEqual([1_320, 425, undefined, undefined, undefined]);
  });
});
