/** Timers of a notice: one key each, so that each happens once. */
export const noticeTimers = {
  release: 'notice-release',
  expiry: 'notice-expiry',
  reminder: 'notice-reminder',
} as const;

export const releaseTimerKey = ({ id }: { id: string }): string => `${noticeTimers.release}:${id}`;
export const expiryTimerKey = ({ id }: { id: string }): string => `${noticeTimers.expiry}:${id}`;
export const reminderTimerKey = ({ id }: { id: string }): string => `${noticeTimers.reminder}:${id}`;
