import { calendarErrors } from './calendar-errors';
import { dayLength, weekdayOf, yearOf, type Day } from './day';
import { holidayTable, type HolidayRow, type HolidayTable } from './holidays';
import {
  wallShifts,
  type DayKind,
  type ServiceFunction,
  type ServiceHours,
  type WallShift,
} from './service-hours';
import { offsetAt, whenWallShows, type Interval } from './wall-clock';

/** When one function of one site serves. Rules are computed on the site's wall clock; instants go in and come out. */
export interface BusinessCalendar {
  readonly timeZone: string;
  readonly shifts: Readonly<Record<DayKind, readonly WallShift[]>>;
  readonly holidays: HolidayTable;
}

export type SiteCalendars = Readonly<Record<ServiceFunction, BusinessCalendar>>;

/**
 * The calendar of one function.
 * @param timeZone IANA name
 * @throws unknown-time-zone, bad-service-hours, bad-holiday
 */
export function businessCalendar(
  timeZone: string,
  hours: ServiceHours,
  holidays: readonly HolidayRow[],
): BusinessCalendar {
  return withHolidays(timeZone, hours, holidayTable(holidays));
}

function withHolidays(timeZone: string, hours: ServiceHours, holidays: HolidayTable): BusinessCalendar {
  return { timeZone: existing(timeZone), shifts: wallShifts(hours), holidays };
}

/** The calendars of all functions of a site (G4). Throws as `businessCalendar`. */
export function siteCalendars(
  timeZone: string,
  hours: Readonly<Record<ServiceFunction, ServiceHours>>,
  holidays: readonly HolidayRow[],
): SiteCalendars {
  const table = holidayTable(holidays);
  const of = (each: ServiceFunction): BusinessCalendar => withHolidays(timeZone, hours[each], table);
  return {
    duty: of('duty'),
    desk: of('desk'),
    repairs: of('repairs'),
    papers: of('papers'),
    'complaint-replies': of('complaint-replies'),
    approvals: of('approvals'),
  };
}

/** The date the wall clock of the site shows. */
export function dayOf({ timeZone }: BusinessCalendar, at: number): Day {
  return Math.floor((at + offsetAt(timeZone, at)) / dayLength);
}

export function kindOfDay({ holidays }: BusinessCalendar, day: Day): DayKind {
  const exception = holidays.get(day);
  if (exception) return exception === 'holiday' ? 'holiday' : 'workday';
  const weekday = weekdayOf(day);
  if (weekday === 6) return 'saturday';
  return weekday === 0 ? 'sunday' : 'workday';
}

/** Intervals of service that were asked for, by calendar and day: a target counts the same days for every thing. */
const served = new WeakMap<BusinessCalendar, Map<Day, Interval[]>>();
const mostDays = 2_000;

/** The intervals of service of a day, in order; none where the function does not serve. */
export function serviceOn(calendar: BusinessCalendar, day: Day): readonly Interval[] {
  let days = served.get(calendar);
  if (!days || days.size >= mostDays) served.set(calendar, (days = new Map()));
  let service = days.get(day);
  if (!service) days.set(day, (service = computeService(calendar, day)));
  return service;
}

function computeService(calendar: BusinessCalendar, day: Day): Interval[] {
  const midnight = day * dayLength;
  return calendar.shifts[kindOfDay(calendar, day)]
    .flatMap(({ from, to }) => whenWallShows(calendar.timeZone, midnight + from, midnight + to))
    .sort((one, other) => one.from - other.from);
}

export function isInService(calendar: BusinessCalendar, at: Date): boolean {
  const instant = at.getTime();
  return serviceOn(calendar, dayOf(calendar, instant)).some(
    ({ from, to }) => from <= instant && instant < to,
  );
}

/** Before the first shift of a day or after its last, or on a day without any: a break between two shifts is of the day. */
export function isBetweenServiceDays(calendar: BusinessCalendar, at: Date): boolean {
  const instant = at.getTime();
  const service = serviceOn(calendar, dayOf(calendar, instant));
  const [first, last] = [service[0], service.at(-1)];
  return !first || !last || instant < first.from || last.to <= instant;
}

/** The instant itself where it is in service, the next opening otherwise. */
export function nextService(calendar: BusinessCalendar, at: Date): Date {
  const instant = at.getTime();
  for (let day = dayOf(calendar, instant); ; day += 1) {
    const open = serviceOn(calendar, day).find(({ to }) => instant < to);
    if (open) return new Date(Math.max(open.from, instant));
  }
}

/**
 * Years between two instants of which the table has no row. They are counted with plain weeks, Monday to Friday: somebody
 * should be warned.
 */
export function missingYears(calendar: BusinessCalendar, from: Date, to: Date): number[] {
  const known = new Set([...calendar.holidays.keys()].map(yearOf));
  const first = yearOf(dayOf(calendar, from.getTime()));
  const last = yearOf(dayOf(calendar, to.getTime()));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !known.has(year),
  );
}

function existing(timeZone: string): string {
  try {
    offsetAt(timeZone, 0);
    return timeZone;
  } catch {
    throw calendarErrors.unknownTimeZone({ timeZone });
  }
}
