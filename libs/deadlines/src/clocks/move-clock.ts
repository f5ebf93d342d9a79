import { closeClock, dueAt, elapsed, pauseClock, resumeClock, retargetClock, type Clock, type SiteCalendars, type Wait } from '@property-office/calendar';

const minute = 60_000;

/**
 * Moves of a clock by what has happened: never refused. Acts of different people cross on their way and are entered late
 * (G2), so what would be before the move it follows counts as having happened together with it.
 */
export function paused(clock: Clock, wait: Wait, waitingStates: readonly string[]): Clock {
  const at = notBefore(clock, wait.at);
  if (clock.closedAt || wait.reviewAt <= at) return clock;
  return pauseClock(clock, { ...wait, at }, waitingStates);
}

export function resumed(clock: Clock, at: Date): Clock {
  return clock.closedAt ? clock : resumeClock(clock, notBefore(clock, at));
}

/** Closed when it happened: a wait that began after that was none of this clock. */
export function closed(clock: Clock, at: Date): Clock {
  if (clock.closedAt) return clock;
  const before = { ...clock, pauses: clock.pauses.filter(({ from }) => new Date(from) < at).map((pause) => cutAt(pause, at)) };
  return closeClock(before, notBefore(before, at));
}

/** As if it had never been closed: its closing was taken back, visibly. Its pauses stand. */
export function reopened({ startedAt, target, pauses }: Clock): Clock {
  return { startedAt, target, pauses };
}

/** A clock that has just started, due at `latest` where the rules allow more. One before its start is due at once. */
export function cappedAt(clock: Clock, latest: Date | undefined): Clock {
  if (!latest) return clock;
  const amount = Math.max(0, latest.getTime() - Date.parse(clock.startedAt)) / minute;
  return retargetClock(clock, { ...clock.target, limits: [...clock.target.limits, { amount, unit: 'minutes' }] });
}

/**
 * Due at `until` instead, less the same pauses. What was late at `at` stays late: a date that has passed is not moved.
 * The target goes on naming the row of the rules that it came from.
 */
export function agreed(clock: Clock, until: Date, at: Date, calendars: SiteCalendars): Clock {
  if (clock.closedAt || dueAt(clock, calendars) <= at) return clock;
  const amount = elapsed(clock, calendars, until, 'minutes');
  return retargetClock(clock, { ...clock.target, limits: [{ amount, unit: 'minutes' }] });
}

function cutAt(pause: Clock['pauses'][number], at: Date): Clock['pauses'][number] {
  if (pause.leftAt === undefined || new Date(pause.leftAt) <= at) return pause;
  return { state: pause.state, from: pause.from, reviewAt: pause.reviewAt };
}

function notBefore({ startedAt, pauses }: Clock, at: Date): Date {
  const last = pauses.at(-1);
  const followed = new Date(last?.leftAt ?? last?.from ?? startedAt);
  return at < followed ? followed : at;
}
