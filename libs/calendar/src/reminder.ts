import { isInService, type BusinessCalendar } from './business-calendar';

const hour = 3_600_000;
/** A day before, or earlier: on a Friday for what is due on Monday. No holiday is as long as the search. */
const ahead = 24 * hour;
const furthest = 30 * 24 * hour;

/** When somebody is reminded before a date: while the office serves, a day before it at the latest. */
export function reminderBefore(calendar: BusinessCalendar, dueAt: Date): Date | undefined {
  for (let at = dueAt.getTime() - ahead; at > dueAt.getTime() - furthest; at -= hour) {
    if (isInService(calendar, new Date(at))) return new Date(at);
  }
  return undefined;
}
