import { dayOf, kindOfDay, serviceOn, type BusinessCalendar } from './business-calendar';
import type { Day } from './day';
import { checkDuration, inService, lengthOf, type Duration } from './duration';

/**
 * Until when something is to be done that was received at `from`.
 *
 * - *minutes, hours*: that much later, day and night.
 * - *service minutes, service hours*: the earliest instant by which the function has served that long. At the end of a
 *   shift rather than at the beginning of the next.
 * - *n days*: the end of service of the n-th day after the day of receipt, which does not count; where the function does
 *   not serve on that day, of the next on which it does.
 * - *n workdays*: the same, counting only workdays: Monday to Friday without public holidays, and make-up workdays. Every
 *   function serves on workdays.
 * - *0 days, 0 workdays*: the end of service of the day of receipt ("same day"); of the next where it is over by then.
 *
 * A day is a date on the site's wall clock. An end of service at 24:00 is given as the last millisecond of the day, so
 * that it shows the date that is meant.
 *
 * Units: G4. That the day of receipt does not count, that the end of business is the end of the day (24:00 where there is
 * none), and that a last day off moves on: Civil Code of the PRC, articles 201 and 203; product.md is silent on it.
 *
 * @throws bad-duration
 */
export function addTarget(calendar: BusinessCalendar, from: Date, duration: Duration): Date {
  checkDuration(duration);
  const length = lengthOf(duration.unit);
  const start = from.getTime();
  if (length === undefined) return new Date(endOfCount(calendar, start, duration));
  const amount = Math.round(duration.amount * length);
  return new Date(inService(duration.unit) ? afterService(calendar, start, amount) : start + amount);
}

function afterService(calendar: BusinessCalendar, start: number, amount: number): number {
  if (amount === 0) return start;
  let left = amount;
  for (let day = dayOf(calendar, start); ; day += 1) {
    for (const { from, to } of serviceOn(calendar, day)) {
      const begun = Math.max(from, start);
      if (begun + left <= to) return begun + left;
      left -= Math.max(0, to - begun);
    }
  }
}

function endOfCount(calendar: BusinessCalendar, start: number, { amount, unit }: Duration): number {
  const counts = (day: Day): boolean => unit === 'days' || kindOfDay(calendar, day) === 'workday';
  let day = dayOf(calendar, start);
  let left = amount;
  while (left > 0) {
    day += 1;
    if (counts(day)) left -= 1;
  }
  for (; ; day += 1) {
    const end = counts(day) ? endOfService(calendar, day) : undefined;
    if (end !== undefined && end >= start) return end;
  }
}

function endOfService(calendar: BusinessCalendar, day: Day): number | undefined {
  const end = serviceOn(calendar, day).at(-1)?.to;
  return end !== undefined && dayOf(calendar, end) > day ? end - 1 : end;
}
