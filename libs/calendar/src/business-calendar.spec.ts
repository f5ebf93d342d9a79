import {
  businessCalendar,
  isInService,
  kindOfDay,
  missingYears,
  nextService,
  siteCalendars,
} from './business-calendar';
import { china, chineseSite } from './china.fixture';
import { dayOfDate } from './day';
import type { HolidayRow } from './holidays';
import { holidaysOfChina } from './holidays-of-china';
import { onWorkdays, proposedHours, serviceFunctions, type ServiceHours, type Shift } from './service-hours';

function kindOf(date: string): string {
  return kindOfDay(chineseSite.papers, dayOfDate(date)!);
}

function calendarWith(hours: ServiceHours, holidays: readonly HolidayRow[] = [], timeZone = 'Asia/Shanghai') {
  return () => businessCalendar(timeZone, hours, holidays);
}

const refused = (code: string) => expect.objectContaining({ code });

describe('a day', () => {
  it('is a holiday whatever its weekday, a workday when made up for one, else what its weekday says', () => {
    expect(['2025-10-05', '2025-10-06', '2025-09-28', '2025-10-11'].map(kindOf)).toEqual([
      'holiday',
      'holiday',
      'workday',
      'workday',
    ]);
    expect(['2025-10-10', '2025-10-12', '2025-10-18'].map(kindOf)).toEqual(['workday', 'sunday', 'saturday']);
  });
});

describe('the functions of a site (G4)', () => {
  const serving = (shown: string) =>
    serviceFunctions.filter((each) => isInService(chineseSite[each], china(shown)));

  it('serve on their own days and hours', () => {
    expect(serving('2025-09-30 10:00')).toEqual([...serviceFunctions]);
    expect(serving('2025-10-02 10:00')).toEqual(['duty', 'desk', 'repairs']);
    expect(serving('2025-10-11 10:00')).toEqual([...serviceFunctions]);
    expect(serving('2025-09-30 12:30')).toEqual(['duty']);
    expect(serving('2025-09-30 17:30')).toEqual(['duty', 'desk', 'repairs']);
    expect(serving('2025-10-02 03:00')).toEqual(['duty']);
  });

  it('open next after lunch, in the morning, after the holidays', () => {
    expect(nextService(chineseSite.desk, china('2025-10-02 12:00'))).toEqual(china('2025-10-02 13:30'));
    expect(nextService(chineseSite.desk, china('2025-10-02 18:00'))).toEqual(china('2025-10-03 08:30'));
    expect(nextService(chineseSite.papers, china('2025-09-30 17:30'))).toEqual(china('2025-10-09 08:30'));
    expect(nextService(chineseSite.papers, china('2025-09-30 17:29'))).toEqual(china('2025-09-30 17:29'));
  });

  it('are computed in the zone of the site', () => {
    const lisbon = siteCalendars('Europe/Lisbon', proposedHours, []);
    expect(isInService(lisbon.desk, new Date('2025-07-01T07:45Z'))).toBe(true);
    expect(isInService(lisbon.desk, new Date('2025-12-01T07:45Z'))).toBe(false);
  });
});

describe('years without holidays', () => {
  it('are named, as those of the site', () => {
    expect(missingYears(chineseSite.papers, china('2023-12-31 23:00'), china('2027-01-01 00:00'))).toEqual([
      2023, 2027,
    ]);
    expect(missingYears(chineseSite.papers, china('2024-01-01 00:00'), china('2026-12-31 23:59'))).toEqual(
      [],
    );
  });
});

describe('settings', () => {
  const shift = (from: string, to: string): Shift => ({ from, to });

  it.each([
    [[shift('8:30', '12:00')]],
    [[shift('08:30', '24:30')]],
    [[shift('12:00', '08:30')]],
    [[shift('08:30', '08:30')]],
    [[shift('08:30', '12:00'), shift('11:00', '17:00')]],
    [[shift('13:30', '17:30'), shift('08:30', '12:00')]],
    [[]],
  ])('with hours %j are refused', (shifts) => {
    expect(calendarWith(onWorkdays(...shifts))).toThrow(refused('bad-service-hours'));
  });

  it('with a wrong shift on holidays are refused', () => {
    expect(calendarWith({ ...proposedHours.desk, holiday: [shift('22:00', '06:00')] })).toThrow(
      refused('bad-service-hours'),
    );
  });

  it.each(['2025-02-30', '2025-13-01', '2025-1-1', 'new year'])(
    'with a holiday on %s are refused',
    (date) => {
      expect(calendarWith(proposedHours.desk, [{ ...holidaysOfChina[0]!, date }])).toThrow(
        refused('bad-holiday'),
      );
    },
  );

  it('with two rows of one day are refused', () => {
    expect(calendarWith(proposedHours.desk, [...holidaysOfChina, holidaysOfChina[3]!])).toThrow(
      refused('bad-holiday'),
    );
  });

  it('in a zone that does not exist are refused', () => {
    expect(calendarWith(proposedHours.desk, [], 'Asia/Nowhere')).toThrow(refused('unknown-time-zone'));
  });
});
