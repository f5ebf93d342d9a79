import { localTime, monthAfter, monthBegins, monthOf } from '@property-office/calendar';
import { paperZone } from '../../domain/time-on-papers';

/** What was entered in the evening, or is on its way, is there by then. */
const graceMs = 6 * 3_600_000;

/** Months that are over, from the first that is not begun on, by the wall clock of their site. */
export function endedMonths(first: string, timeZone: string, now: Date): string[] {
  const running = monthOf(timeZone, new Date(now.getTime() - graceMs));
  const ended: string[] = [];
  for (let month = first; month < running; month = monthAfter(month)) ended.push(month);
  return ended;
}

/** `2026-11-28`. */
export function dayOf(at: Date, timeZone: string): string {
  return localTime(at, timeZone).slice(0, 10);
}

/** What is made of a month as a whole is dated from the last moment that lies in it by the clock of its site, and by that of the papers, which says the year of its archive number. */
export function lastMomentOf({ month, toAt }: { month: string; toAt: Date }): Date {
  const overOnPaper = monthBegins(paperZone, monthAfter(month));
  return new Date(Math.min(toAt.getTime(), overOnPaper.getTime()) - 1);
}

/** `2026年11月`. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}
