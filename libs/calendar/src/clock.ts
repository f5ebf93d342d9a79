import { calendarErrors } from './calendar-errors';
import type { Target } from './targets';

/**
 * The clock of one promise (G4): plain data, stored as JSON as it is; instants are RFC 3339 in UTC and those at which
 * things happened (G2). It has no way to start again: a new episode has a new clock.
 */
export interface Clock {
  readonly startedAt: string;
  readonly target: Target;
  /** In order, without overlap. */
  readonly pauses: readonly Pause[];
  readonly closedAt?: string;
}

export interface Pause {
  /** The waiting state, in words of the service. */
  readonly state: string;
  readonly from: string;
  /** The clock runs again from here, whether or not anybody resumes it. */
  readonly reviewAt: string;
  /** When the waiting state was left, which may be after the review date. */
  readonly leftAt?: string;
}

export interface Wait {
  readonly state: string;
  readonly at: Date;
  readonly reviewAt: Date;
}

/** @param startedAt when it happened, not when it was recorded */
export function startClock(target: Target, startedAt: Date): Clock {
  return { startedAt: startedAt.toISOString(), target, pauses: [] };
}

/**
 * Stops the clock until it is resumed, at most until the review date. A clock that waits already goes on waiting in the
 * new state, until the new date.
 * @param waitingStates those in which this clock may stop
 * @throws not-a-waiting-state, review-not-later, clock-closed, before-what-it-follows
 */
export function pauseClock(
  clock: Clock,
  { state, at, reviewAt }: Wait,
  waitingStates: readonly string[],
): Clock {
  if (!waitingStates.includes(state)) throw calendarErrors.notAWaitingState({ state });
  if (reviewAt <= at) throw calendarErrors.reviewNotLater();
  const stopped = resumeClock(clock, at);
  const pause: Pause = { state, from: at.toISOString(), reviewAt: reviewAt.toISOString() };
  return { ...stopped, pauses: [...stopped.pauses, pause] };
}

/**
 * Lets the clock run again; one that runs is left alone. After the review date it has been running since then.
 * @throws clock-closed, before-what-it-follows
 */
export function resumeClock(clock: Clock, at: Date): Clock {
  checkFollows(clock, at);
  const last = clock.pauses.at(-1);
  if (!last || last.leftAt) return clock;
  return { ...clock, pauses: [...clock.pauses.slice(0, -1), { ...last, leftAt: at.toISOString() }] };
}

/**
 * Another target for the same thing, after a correction of its class: counted from the same start, less the same pauses.
 * @throws clock-closed
 */
export function retargetClock(clock: Clock, target: Target): Clock {
  if (clock.closedAt) throw calendarErrors.clockClosed();
  return { ...clock, target };
}

/**
 * Freezes the clock for good.
 * @throws clock-closed, before-what-it-follows
 */
export function closeClock(clock: Clock, at: Date): Clock {
  checkFollows(clock, at);
  return { ...clock, closedAt: at.toISOString() };
}

function checkFollows(clock: Clock, at: Date): void {
  if (clock.closedAt) throw calendarErrors.clockClosed();
  const last = clock.pauses.at(-1);
  const followed = last?.leftAt ?? last?.from ?? clock.startedAt;
  if (at < new Date(followed)) throw calendarErrors.beforeWhatItFollows({ followed });
}
