import type { NewTimer } from '@property-office/timers';

export const expiryTimerKind = 'attachment-expiry';

/** Set again with another instant it is moved. */
export function expiryTimer(attachmentId: string, dueAt: Date): NewTimer {
  return {
    kind: expiryTimerKind,
    aggregateId: attachmentId,
    fireKey: `${expiryTimerKind}:${attachmentId}`,
    dueAt,
  };
}
