import type { Role } from '@property-office/contracts';

export interface SessionTimes {
  /** A session nobody uses for so long has ended. */
  idleSeconds: number;
  /** The longest a session lasts, used or not. */
  mostSeconds: number;
}

const hour = 3600;
const day = 24 * hour;

/** Staff share counters and see other people's data; a resident's phone is their own. */
export function sessionTimesFor(roles: readonly Role[]): SessionTimes {
  const staff = roles.some((role) => role !== 'resident');
  return staff
    ? { idleSeconds: 12 * hour, mostSeconds: 7 * day }
    : { idleSeconds: 30 * day, mostSeconds: 180 * day };
}
