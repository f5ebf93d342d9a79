import type { Recipient } from '@property-office/calendar';

/** Which promise, by when, and the level of its plan: one of which a late entry shows that its time had not come (G2). */
export interface ComplaintLevel {
  deadlineId: string;
  promise: string;
  class: string;
  dueAt: Date;
  level: string;
}

/** A level of escalation that was reached (G5). */
export interface ComplaintEscalation extends ComplaintLevel {
  to: Recipient;
  outcome: 'told' | 'nobody-on-duty';
  reached: string;
  told: Array<{ personId: string; forPersonId: string | null }>;
}
