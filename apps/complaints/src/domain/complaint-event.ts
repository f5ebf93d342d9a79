import type { MajorReason } from '@property-office/contracts';
import type { ComplaintEscalation, ComplaintLevel } from './complaint-promises';
import type { ComplaintFact } from './complaint-states';

/** People and crews. */
export interface Hidden {
  personIds: string[];
  crewIds: string[];
}

/** What can happen to a complaint, in the words of the domain. None of it says who complained, or in which words. */
export type ComplaintEvent =
  | { kind: 'recorded'; hiddenFrom: Hidden }
  | { kind: 'joined'; households: number; complainants: number }
  | { kind: 'made-major'; because: MajorReason[] }
  | { kind: 'hidden'; hiddenFrom: Hidden }
  | { kind: 'assigned'; formerHandlerId: string | null }
  | { kind: 'acknowledged' }
  | { kind: 'verified'; attachmentIds: string[] }
  | { kind: 'decided' }
  | { kind: 'handling-begun' }
  | { kind: 'explained' }
  | { kind: 'task-added'; taskId: string; ownerId: string; dueAt: Date }
  | { kind: 'task-finished'; taskId: string }
  | { kind: 'repair-linked'; repairRequestId: string }
  | { kind: 'linked-repair-finished'; repairRequestId: string }
  | { kind: 'result-recorded'; attachmentIds: string[] }
  | { kind: 'feedback-given' }
  | { kind: 'disputed'; because: 'complainant' | 'follow-up'; formerHandlerId: string | null }
  | { kind: 'extension-asked'; until: Date }
  | { kind: 'extension-decided'; until: Date; approved: boolean }
  | { kind: 'extension-told'; until: Date; before: Date }
  | { kind: 'closed'; answer: 'accepted' | 'no-answer' | 'dissent'; households: number; handlerIds: string[]; hiddenFrom: Hidden }
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
  | { kind: 'carried-out' };
