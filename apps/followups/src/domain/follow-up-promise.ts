import type { Recipient } from '@property-office/calendar';

/** The promise about a follow-up: its first try, by class of the repair (Q1). */
export const firstTry = 'follow-up';

/** A level that was reached, of which a late entry shows that its time had not come (G2). */
export interface FollowUpLevel {
  deadlineId: string;
  promise: string;
  class: string;
  dueAt: Date;
  level: string;
}

/** A level of escalation that was reached (G5). */
export interface FollowUpEscalation extends FollowUpLevel {
  to: Recipient;
  outcome: 'told' | 'nobody-on-duty';
  reached: string;
  told: Array<{ personId: string; forPersonId: string | null }>;
}
