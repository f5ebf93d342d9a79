import type { MajorReason, Role } from '@property-office/contracts';
import type { ComplaintEscalation, ComplaintLevel } from './complaint-escalation';
import type { Circle } from './levels';
import type { ComplaintFact, ComplaintState } from './complaint-states';

/** People and crews. */
export interface Hidden {
  personIds: string[];
  crewIds: string[];
}

export interface NumberedComplaint {
  id: string;
  number: string;
}

/** What can happen to a complaint, in the words of the domain. None of it says who complained, or in which words. */
export type ComplaintEvent =
  /** `superiorIds`: in a matter of attitude, who answers for those it is about and does not handle it. */
  | { kind: 'recorded'; hiddenFrom: Hidden; superiorIds: string[] }
  /** `dueAt`: where it is due earlier by that. */
  | { kind: 'joined'; households: number; complainants: number; attachmentIds: string[]; hiddenFrom: Hidden; dueAt: Date | null }
  | { kind: 'merged'; into: NumberedComplaint; from: ComplaintState }
  /** `dueAt`: where it is due earlier by that. */
  | { kind: 'double-joined'; double: NumberedComplaint; households: number; complainants: number; dueAt: Date | null }
  | { kind: 'unmerged'; into: NumberedComplaint }
  /** `undone`: versions of it that the merge has made. */
  | { kind: 'double-left'; double: NumberedComplaint; households: number; complainants: number; undone: { from: number; to: number } }
  | { kind: 'made-major'; because: MajorReason[] }
  | { kind: 'hidden'; hiddenFrom: Hidden }
  /** `superiorIds`: as above, of those it is about now. */
  | { kind: 'corrected'; formerHandlerId: string | null; superiorIds: string[] }
  /** `circle`: where they were found, since nobody of its level may have it. */
  | { kind: 'assigned'; formerHandlerId: string | null; circle: Circle | null }
  | { kind: 'acknowledged' }
  | { kind: 'verified'; attachmentIds: string[] }
  | { kind: 'decided' }
  | { kind: 'handling-begun' }
  | { kind: 'explained' }
  | { kind: 'task-added'; taskId: string; ownerId: string; dueAt: Date }
  | { kind: 'task-finished'; taskId: string; attachmentIds: string[] }
  | { kind: 'task-handed-on'; taskId: string; ownerId: string; formerOwnerId: string }
  | { kind: 'task-cancelled'; taskId: string; ownerId: string }
  | { kind: 'repair-linked'; repairRequestId: string }
  | { kind: 'linked-repair-finished'; repairRequestId: string }
  | { kind: 'result-recorded'; attachmentIds: string[] }
  | { kind: 'feedback-given' }
  | { kind: 'answered'; answered: number; complainants: number }
  | { kind: 'disputed'; because: 'complainant' | 'follow-up'; formerHandlerId: string | null }
  | { kind: 'extension-asked'; until: Date; approvers: Role[] }
  | { kind: 'extension-decided'; until: Date; approved: boolean }
  | { kind: 'extension-told'; until: Date; before: Date }
  | { kind: 'closed'; answer: 'accepted' | 'no-answer' | 'dissent'; answers: Record<'accepted' | 'disputed' | 'noAnswer', number>; households: number; handlerIds: string[]; hiddenFrom: Hidden; attachmentIds: string[] }
  | { kind: 'dissent-recorded'; followUpId: string }
  | { kind: 'escalated'; escalation: ComplaintEscalation }
  | { kind: 'shown-on-time'; level: ComplaintLevel }
  /** A fact that could no longer change anything. */
  | { kind: 'came-too-late'; fact: ComplaintFact; factRound: number };

export type SuggestionEvent =
  | { kind: 'recorded' }
  | { kind: 'reviewed' }
  | { kind: 'adopted' }
  | { kind: 'declined' }
  | { kind: 'answered' }
  | { kind: 'carried-out' }
  | { kind: 'escalated'; escalation: ComplaintEscalation }
  | { kind: 'shown-on-time'; level: ComplaintLevel };
