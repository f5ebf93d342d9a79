import { addTarget } from './add-target';
import type { BusinessCalendar, SiteCalendars } from './business-calendar';
import type { Clock } from './clock';
import type { Duration, Unit } from './duration';
import { measure } from './measure';

/**
 * When the target is reached. A clock that waits is taken to run again on its review date: the date moves earlier when it
 * is resumed before.
 * @param calendars those of the site
 */
export function dueAt(clock: Clock, calendars: SiteCalendars): Date {
  const calendar = calendars[clock.target.function];
  const start = new Date(clock.startedAt);
  const limits = clock.target.limits.map((limit) => addRunning(clock, calendar, start, limit).getTime());
  return new Date(Math.min(...limits));
}

/** A target that is met to the millisecond is met. A closed clock answers as when it was closed. */
export function isOverdue(clock: Clock, calendars: SiteCalendars, at: Date): boolean {
  return frozen(clock, at) > dueAt(clock, calendars);
}

/** How long the clock has run, without pauses, until `at` or until it was closed. Zero before it started. */
export function elapsed(clock: Clock, calendars: SiteCalendars, at: Date, unit: Unit): number {
  const start = new Date(clock.startedAt);
  const end = frozen(clock, at);
  return end < start ? 0 : running(clock, calendars[clock.target.function], start, end, unit);
}

/** How long the clock has still to run until it is due; negative where it is overdue, by how long it has run since. */
export function remaining(clock: Clock, calendars: SiteCalendars, at: Date, unit: Unit): number {
  const calendar = calendars[clock.target.function];
  const now = frozen(clock, at);
  const due = dueAt(clock, calendars);
  return now <= due ? running(clock, calendar, now, due, unit) : 0 - running(clock, calendar, due, now, unit);
}

/** Whether the clock stands at `at`: it waits and its review date has not come. */
export function isPaused(clock: Clock, at: Date): boolean {
  return stops(clock).some(({ from, to }) => from <= at && at < to);
}

/**
 * As `addTarget`, on a clock that stops: every pause that begins before the end moves the end by its own length. Days are
 * counted whole, so that a pause of some hours on the last one may last until its end or outlast it: then one more
 * counts, or two where there is no service on the one, and nothing comes due while the clock stands, nor in the moment in which it runs again.
 * @param from start or due: an instant at which the clock runs
 */
export function addRunning(
  clock: Clock,
  calendar: BusinessCalendar,
  from: Date,
  { amount, unit }: Duration,
): Date {
  let total = amount;
  let end = addTarget(calendar, from, { amount, unit });
  for (const pause of stops(clock)) {
    if (pause.to <= from || pause.from >= end) continue;
    total += measure(calendar, pause.from, pause.to, unit);
    end = addTarget(calendar, from, { amount: total, unit });
    while (end <= pause.to) end = addTarget(calendar, from, { amount: (total += 1), unit });
  }
  return end;
}

function running(clock: Clock, calendar: BusinessCalendar, from: Date, to: Date, unit: Unit): number {
  const waited = stops(clock)
    .map((pause) => ({
      from: pause.from > from ? pause.from : from,
      to: pause.to < to ? pause.to : to,
    }))
    .filter((pause) => pause.from < pause.to)
    .reduce((sum, pause) => sum + measure(calendar, pause.from, pause.to, unit), 0);
  return measure(calendar, from, to, unit) - waited;
}

function stops(clock: Clock): { from: Date; to: Date }[] {
  return clock.pauses.map(({ from, reviewAt, leftAt = reviewAt }) => ({
    from: new Date(from),
    to: new Date(Math.min(Date.parse(reviewAt), Date.parse(leftAt))),
  }));
}

function frozen(clock: Clock, at: Date): Date {
  return clock.closedAt && new Date(clock.closedAt) < at ? new Date(clock.closedAt) : at;
}
