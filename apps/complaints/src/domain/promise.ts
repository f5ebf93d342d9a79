import { liesAhead } from '@property-office/kernel';

export interface Dates {
  /** By when the case is due, as its clock says; null where the office promises no time. */
  dueAt: Date | null;
  hotlineDeadline: Date | null;
}

export type PromiseRefusal = 'not-ahead' | 'beyond-due' | 'beyond-hotline';

/** Why a date cannot be promised, or undefined: it lies ahead, within the time a complaint may take, and before the hotline’s deadline (W2.3). What is over bounds nothing. */
export function promiseRefusal(promisedAt: Date, { dueAt, hotlineDeadline }: Dates, now: Date): PromiseRefusal | undefined {
  if (!liesAhead(promisedAt, now)) return 'not-ahead';
  if (hotlineDeadline && hotlineDeadline > now && isBeyondHotline(promisedAt, hotlineDeadline)) return 'beyond-hotline';
  if (dueAt && dueAt > now && promisedAt > dueAt) return 'beyond-due';
  return undefined;
}

/** Also of a promise that was given before the hotline came, whose deadline leads: what was promised is then too late. */
export function isBeyondHotline(promisedAt: Date, hotlineDeadline: Date | null): boolean {
  return hotlineDeadline !== null && promisedAt >= hotlineDeadline;
}
