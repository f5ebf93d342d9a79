import { dayOf, kindOfDay, serviceOn, type BusinessCalendar } from './business-calendar';
import { inService, lengthOf, type Unit } from './duration';

/**
 * How much of a unit lies between two instants; negative where `to` is the earlier one.
 *
 * Days and workdays are whole: those after the day of `from`, up to and with the day of `to`. What was received on Monday
 * and answered on Wednesday took two days, at whatever hours. Other units come in fractions, exact to the millisecond.
 */
export function measure(calendar: BusinessCalendar, from: Date, to: Date, unit: Unit): number {
  if (to < from) return 0 - measure(calendar, to, from, unit);
  const start = from.getTime();
  const end = to.getTime();
  const length = lengthOf(unit);
  if (length !== undefined)
    return (inService(unit) ? serviceBetween(calendar, start, end) : end - start) / length;
  const first = dayOf(calendar, start);
  const last = dayOf(calendar, end);
  if (unit === 'days') return last - first;
  let workdays = 0;
  for (let day = first + 1; day <= last; day += 1) if (kindOfDay(calendar, day) === 'workday') workdays += 1;
  return workdays;
}

function serviceBetween(calendar: BusinessCalendar, start: number, end: number): number {
  let served = 0;
  const last = dayOf(calendar, end);
  for (let day = dayOf(calendar, start); day <= last; day += 1)
    for (const { from, to } of serviceOn(calendar, day))
      served += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return served;
}
