import type { Duration, Unit } from './duration';
import type { HolidayRow } from './holidays';
import type { ServiceHours } from './service-hours';

/** Business time as anybody would count it with a wall clock and a notebook: slow, and plain to see. Whole minutes only. */
export interface Site {
  readonly timeZone: string;
  readonly hours: ServiceHours;
  readonly holidays: readonly HolidayRow[];
}

const minute = 60_000;

/** What the wall shows, by the platform's own formatting: `2025-10-01` and `08:30`. */
export function wall({ timeZone }: Site, at: number): { date: string; time: string } {
  const shown = formatOf(timeZone).format(at);
  return { date: shown.slice(0, 10), time: shown.slice(11) };
}

export function addByMinute(
  site: Site,
  from: Date,
  duration: Duration,
  stands = (_at: number) => false,
): Date {
  const { amount, unit } = duration;
  if (unit === 'days' || unit === 'workdays') return endOfDays(site, from.getTime(), amount, unit);
  let left = amount * (unit.endsWith('hours') ? 60 : 1);
  let at = from.getTime();
  for (; left > 0; at += minute) if (runs(site, at, unit) && !stands(at)) left -= 1;
  return new Date(at);
}

export function measureByMinute(site: Site, from: Date, to: Date, unit: Unit): number {
  const dates = new Set<string>();
  let minutes = 0;
  for (let at = from.getTime(); at < to.getTime(); at += minute) {
    if (runs(site, at, unit)) minutes += 1;
    dates.add(wall(site, at + minute).date);
  }
  dates.delete(wall(site, from.getTime()).date);
  if (unit === 'days') return dates.size;
  if (unit === 'workdays') return [...dates].filter((date) => kindOf(site, date) === 'workday').length;
  return minutes / (unit.endsWith('hours') ? 60 : 1);
}

export function serves(site: Site, at: number): boolean {
  const { date, time } = wall(site, at);
  return site.hours[kindOf(site, date)].some(({ from, to }) => from <= time && time < to);
}

function runs(site: Site, at: number, unit: Unit): boolean {
  return !unit.startsWith('service') || serves(site, at);
}

/** The last minute of service on the first day that counts, once so many have been counted after the day of receipt. */
function endOfDays(site: Site, from: number, amount: number, unit: Unit): Date {
  const received = wall(site, from).date;
  const counted = new Set<string>();
  let last: { date: string; end: number } | undefined;
  for (let at = from - minute; ; at += minute) {
    const { date } = wall(site, at);
    if (last && date !== last.date)
      return new Date(date === wall(site, last.end).date ? last.end - 1 : last.end);
    if (date < received || (unit === 'workdays' && kindOf(site, date) !== 'workday')) continue;
    if (date > received) counted.add(date);
    if (counted.size >= amount && serves(site, at)) last = { date, end: at + minute };
  }
}

function kindOf({ holidays }: Site, date: string): keyof ServiceHours {
  const row = holidays.find((each) => each.date === date);
  if (row) return row.kind === 'holiday' ? 'holiday' : 'workday';
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  if (weekday === 0) return 'sunday';
  return weekday === 6 ? 'saturday' : 'workday';
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  return format;
}
