import { localTime, monthAfter, monthOf } from '@property-office/calendar';

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

/** What is made of a month as a whole is dated from its last moment. */
export function lastMomentOf({ toAt }: { toAt: Date }): Date {
  return new Date(toAt.getTime() - 1);
}

/** `2026年11月`. */
export function monthInWords(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return `${year}年${number}月`;
}
