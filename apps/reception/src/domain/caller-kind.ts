import type { CallerKind } from '@property-office/contracts';

/** Whether the office knows who called. */
export function callerKind({ personId, callerCipher }: { personId: string | null; callerCipher: string | null }): CallerKind {
  if (personId !== null) return 'resident';
  return callerCipher === null ? 'unknown' : 'stranger';
}
