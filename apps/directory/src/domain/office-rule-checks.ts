import {
  businessCalendar,
  checkDuration,
  checkEscalationPlan,
  proposedHours,
  type Duration,
  type EscalationPlan,
  type HolidayRow,
  type ServiceHours,
} from '@property-office/calendar';
import { directoryErrors } from './errors';

const anyZone = 'Asia/Shanghai';
/** Clocks of phones run a little ahead; what is set to hold "from now on" was meant so. */
const clockSkew = 60_000;
const furthest = 5 * 366 * 24 * 60 * 60_000;

/** @throws bad-service-hours (400) */
export function checkHours(hours: ServiceHours): void {
  businessCalendar(anyZone, hours, []);
}

/** @throws bad-holiday, holiday-of-another-year (400) */
export function checkHolidays(year: number, days: readonly HolidayRow[]): void {
  businessCalendar(anyZone, proposedHours.duty, days);
  const stray = days.findIndex(({ date }) => !date.startsWith(`${year}-`));
  if (stray >= 0) throw directoryErrors.holidayOfAnotherYear(stray, days[stray]!.date, year);
}

/** @throws bad-duration, promise-empty (400) */
export function checkTarget(limits: readonly Duration[], inWords: boolean): void {
  limits.forEach(checkDuration);
  if (limits.length === 0 && !inWords) throw directoryErrors.promiseEmpty();
}

/** @throws bad-escalation, bad-duration (400) */
export function checkPlan(plan: EscalationPlan): void {
  checkEscalationPlan(plan);
}

/**
 * From when a row holds: a change applies to what starts afterwards (Q1), so never to what has started already.
 * @throws effective-in-the-past (400)
 */
export function effectiveFrom(wanted: Date | undefined, now: Date): Date {
  if (!wanted) return now;
  const ahead = wanted.getTime() - now.getTime();
  if (ahead < -clockSkew || ahead > furthest) throw directoryErrors.effectiveInThePast();
  return ahead < 0 ? now : wanted;
}
