/** Timers of a notice: one key each, so that each happens once. */
export const noticeTimers = {
  release: 'notice-release',
  expiry: 'notice-expiry',
  reminder: 'notice-reminder',
  review: 'notice-review',
} as const;

export const releaseTimerKey = ({ id }: { id: string }): string => `${noticeTimers.release}:${id}`;
export const expiryTimerKey = ({ id }: { id: string }): string => `${noticeTimers.expiry}:${id}`;
export const reminderTimerKey = ({ id }: { id: string }): string => `${noticeTimers.reminder}:${id}`;

/** Of the night lane (W2.4): the director looks within 24 hours, and is reminded four hours before; then the company hears. */
export const reviewWithinMs = 24 * 3_600_000;
export const reviewLevels = ['director', 'company'] as const;
export type ReviewLevel = (typeof reviewLevels)[number];
const afterMs: Record<ReviewLevel, number> = { director: 20 * 3_600_000, company: reviewWithinMs };

export const reviewTimerKey = ({ id }: { id: string }, level: ReviewLevel): string => `${noticeTimers.review}:${id}:${level}`;
export const reviewTimerDue = (releasedAt: Date, level: ReviewLevel): Date => new Date(releasedAt.getTime() + afterMs[level]);
export const reviewLevelOf = (fireKey: string): ReviewLevel => fireKey.slice(fireKey.lastIndexOf(':') + 1) as ReviewLevel;
