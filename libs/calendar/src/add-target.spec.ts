import { addTarget } from './add-target';
import { businessCalendar } from './business-calendar';
import { china, chineseSite } from './china.fixture';
import type { Unit } from './duration';
import { holidaysOfChina } from './holidays-of-china';
import { measure } from './measure';
import { onWorkdays, proposedHours, type ServiceFunction } from './service-hours';

function due(of: ServiceFunction, from: string, amount: number, unit: Unit): Date {
  return addTarget(chineseSite[of], china(from), { amount, unit });
}

describe('workdays (G4; Civil Code, articles 201 and 203)', () => {
  it('do not count the day of receipt, and end with service', () => {
    expect(due('papers', '2025-03-03 08:00', 1, 'workdays')).toEqual(china('2025-03-04 17:30'));
    expect(due('papers', '2025-03-03 22:00', 1, 'workdays')).toEqual(china('2025-03-04 17:30'));
  });

  it('leave out the week of National Day, and count the Saturday worked after it', () => {
    expect(due('papers', '2025-09-30 10:00', 1, 'workdays')).toEqual(china('2025-10-09 17:30'));
    expect(due('papers', '2025-09-30 10:00', 3, 'workdays')).toEqual(china('2025-10-11 17:30'));
    expect(due('papers', '2025-09-30 10:00', 4, 'workdays')).toEqual(china('2025-10-13 17:30'));
  });

  it('count the Sunday worked before it', () => {
    expect(due('complaint-replies', '2025-09-26 16:00', 1, 'workdays')).toEqual(china('2025-09-28 17:30'));
  });

  it('begin after the holidays for what is received during them', () => {
    expect(due('papers', '2025-10-03 11:00', 1, 'workdays')).toEqual(china('2025-10-09 17:30'));
    expect(due('papers', '2026-02-20 11:00', 7, 'workdays')).toEqual(china('2026-03-03 17:30'));
  });

  it('are those of the office for a function that also serves on weekends', () => {
    expect(due('repairs', '2025-03-07 10:00', 1, 'workdays')).toEqual(china('2025-03-10 18:00'));
  });

  it('are Monday to Friday in a year whose holidays nobody has entered', () => {
    expect(due('papers', '2027-09-30 10:00', 1, 'workdays')).toEqual(china('2027-10-01 17:30'));
  });

  it('"the same workday" ends with service, or with the next where that is over (W1.1)', () => {
    expect(due('papers', '2025-03-07 09:00', 0, 'workdays')).toEqual(china('2025-03-07 17:30'));
    expect(due('papers', '2025-03-07 17:30', 0, 'workdays')).toEqual(china('2025-03-07 17:30'));
    expect(due('papers', '2025-03-07 17:31', 0, 'workdays')).toEqual(china('2025-03-10 17:30'));
    expect(due('papers', '2025-10-02 09:00', 0, 'workdays')).toEqual(china('2025-10-09 17:30'));
  });
});

describe('days', () => {
  it('go through holidays where the function serves, and move on where it does not', () => {
    expect(due('desk', '2025-09-25 10:00', 7, 'days')).toEqual(china('2025-10-02 18:00'));
    expect(due('papers', '2025-09-25 10:00', 7, 'days')).toEqual(china('2025-10-09 17:30'));
  });

  it('round the clock end with the date that is meant', () => {
    expect(due('duty', '2025-10-01 23:30', 0, 'days')).toEqual(china('2025-10-01 23:59:59.999'));
    expect(due('duty', '2025-10-01 00:00', 1, 'days')).toEqual(china('2025-10-02 23:59:59.999'));
  });
});

describe('service time', () => {
  it('does not run over lunch', () => {
    expect(due('desk', '2025-10-01 11:45', 30, 'service-minutes')).toEqual(china('2025-10-01 13:45'));
    expect(due('desk', '2025-10-01 12:30', 30, 'service-minutes')).toEqual(china('2025-10-01 14:00'));
  });

  it('ends with a shift rather than at the beginning of the next', () => {
    expect(due('desk', '2025-10-01 11:45', 15, 'service-minutes')).toEqual(china('2025-10-01 12:00'));
    expect(due('desk', '2025-10-01 17:00', 1, 'service-hours')).toEqual(china('2025-10-01 18:00'));
  });

  it('waits for papers until the holidays are over, for repairs until the morning', () => {
    expect(due('papers', '2025-09-30 15:30', 4, 'service-hours')).toEqual(china('2025-10-09 10:30'));
    expect(due('repairs', '2025-09-30 16:00', 4, 'service-hours')).toEqual(china('2025-10-01 10:30'));
  });

  it('of 10,000 hours is added and measured at once', () => {
    // Of the processor: whoever shares it takes time, too.
    const started = process.cpuUsage();
    const end = due('papers', '2025-01-06 08:30', 10_000, 'service-hours');
    expect(measure(chineseSite.papers, china('2025-01-06 08:30'), end, 'service-hours')).toBe(10_000);
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1_000).toBeLessThan(1_000);
  });
});

describe('where clocks are changed', () => {
  const newYork = (of: ServiceFunction) => businessCalendar('America/New_York', proposedHours[of], []);

  it('hours are hours, and service ends by the wall clock', () => {
    const saturday = new Date('2025-03-08T12:00-05:00');
    const add = (amount: number, unit: Unit, of: ServiceFunction) =>
      addTarget(newYork(of), saturday, { amount, unit });
    expect(add(24, 'hours', 'duty')).toEqual(new Date('2025-03-09T13:00-04:00'));
    expect(add(24, 'service-hours', 'duty')).toEqual(new Date('2025-03-09T13:00-04:00'));
    expect(add(1, 'days', 'desk')).toEqual(new Date('2025-03-09T18:00-04:00'));
    expect(add(1, 'workdays', 'papers')).toEqual(new Date('2025-03-10T17:30-04:00'));
  });

  it('a night loses an hour in spring and gains one in autumn', () => {
    const nights = businessCalendar(
      'America/New_York',
      { ...proposedHours.duty, sunday: [{ from: '00:00', to: '06:00' }] },
      [],
    );
    const spring = measure(
      nights,
      new Date('2025-03-09T00:00-05:00'),
      new Date('2025-03-09T23:00-04:00'),
      'service-hours',
    );
    const autumn = measure(
      nights,
      new Date('2025-11-02T00:00-04:00'),
      new Date('2025-11-02T23:00-05:00'),
      'service-hours',
    );
    expect([spring, autumn]).toEqual([5, 7]);
  });

  it('service that begins in an hour that is skipped begins with the next', () => {
    const early = businessCalendar(
      'America/New_York',
      { ...onWorkdays({ from: '09:00', to: '17:00' }), sunday: [{ from: '02:30', to: '04:00' }] },
      [],
    );
    const end = addTarget(early, new Date('2025-03-09T00:00-05:00'), { amount: 30, unit: 'service-minutes' });
    expect(end).toEqual(new Date('2025-03-09T03:30-04:00'));
  });

  it('two shifts in an hour that is repeated take turns', () => {
    const sunday = [
      { from: '01:00', to: '01:20' },
      { from: '01:40', to: '02:00' },
    ];
    const twice = businessCalendar('America/New_York', { ...proposedHours.papers, sunday }, []);
    const midnight = new Date('2025-11-02T00:00-04:00');
    const after = (amount: number) => addTarget(twice, midnight, { amount, unit: 'service-minutes' });
    expect(after(30)).toEqual(new Date('2025-11-02T01:50-04:00'));
    expect(after(50)).toEqual(new Date('2025-11-02T01:10-05:00'));
  });

  it('the end of a day is where midnight is skipped, too', () => {
    const beirut = businessCalendar('Asia/Beirut', proposedHours.duty, []);
    const end = addTarget(beirut, new Date('2025-03-29T12:00+02:00'), { amount: 0, unit: 'days' });
    expect(end).toEqual(new Date('2025-03-30T00:59:59.999+03:00'));
  });
});

describe('a duration', () => {
  it.each([
    [-1, 'hours'],
    [Number.NaN, 'service-hours'],
    [Number.POSITIVE_INFINITY, 'minutes'],
    [1.5, 'days'],
    [0.5, 'workdays'],
  ] as const)('of %p %s is refused', (amount, unit) => {
    const calendar = businessCalendar('Asia/Shanghai', proposedHours.papers, holidaysOfChina);
    expect(() => addTarget(calendar, china('2025-03-03 09:00'), { amount, unit })).toThrow(
      expect.objectContaining({ code: 'bad-duration' }),
    );
  });
});
