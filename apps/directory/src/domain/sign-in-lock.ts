/** How many failures are free, and how the wait grows after them. */
export interface LockPolicy {
  /** Failures before the first wait. */
  free: number;
  firstSeconds: number;
  mostSeconds: number;
}

/** One login: five guesses, then half a minute, doubled by each further one up to a quarter of an hour. */
export const loginPolicy: LockPolicy = { free: 5, firstSeconds: 30, mostSeconds: 900 };
/** One address, which a whole office may share. */
export const sourcePolicy: LockPolicy = { free: 30, firstSeconds: 30, mostSeconds: 900 };

/** Failures older than this are forgotten. */
export const forgottenAfterMs = 24 * 60 * 60 * 1000;

/** What is kept of the failures of one login or one source. */
export interface Failures {
  count: number;
  lastAt: Date;
  lockedUntil: Date | null;
}

/** Seconds to wait, rounded up; 0 when a try is allowed. */
export function secondsLocked(failures: Failures | undefined, now: Date): number {
  if (!failures?.lockedUntil) return 0;
  return Math.max(0, Math.ceil((failures.lockedUntil.getTime() - now.getTime()) / 1000));
}

/** The failures after one more. */
export function afterFailure(failures: Failures | undefined, policy: LockPolicy, now: Date): Failures {
  const remembered =
    failures && now.getTime() - failures.lastAt.getTime() < forgottenAfterMs ? failures.count : 0;
  const count = remembered + 1;
  const over = count - policy.free;
  if (over < 0) return { count, lastAt: now, lockedUntil: null };
  const seconds = Math.min(policy.mostSeconds, policy.firstSeconds * 2 ** Math.min(over, 30));
  return { count, lastAt: now, lockedUntil: new Date(now.getTime() + seconds * 1000) };
}
