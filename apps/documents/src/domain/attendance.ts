import type { OutgoingKind } from '@property-office/contracts';

/** Who was at a meeting (出席、请假、列席), by name, as the minutes have it. */
export interface Attendance {
  present: string[];
  absent: string[];
  observers: string[];
}

/** Minutes say who was there, nothing else does. */
export const attendanceFits = (kind: OutgoingKind, attendance: Attendance | null): boolean => (kind === 'minutes') === (attendance !== null);
