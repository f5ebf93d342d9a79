import type { PauseReason } from '@property-office/contracts';
import type { Choice } from './choose-crew';
import type { CopiedFact } from './corrections';
import type { WorkOrderFact } from './work-order-states';

/** Whose an order is: a crew's, and of one technician once somebody accepted or was named. */
export interface Whom {
  crewId: string | null;
  technicianId: string | null;
}

/** What can happen to a work order, in the words of the domain. */
export type WorkOrderEvent =
  | { kind: 'created'; reason: string | null }
  | { kind: 'queued'; why: 'by-hand' | 'no-crew' | 'declined' }
  | { kind: 'offered' }
  | { kind: 'assigned'; how: 'assigned' | 'claimed' | 'transferred' | 'by-hand'; reason: string | null; from: Whom; choice: Choice | null }
  | { kind: 'accepted' }
  | { kind: 'declined'; reason: string }
  | { kind: 'arrived' }
  | { kind: 'paused'; reason: PauseReason; note: string | null; reviewAt: Date }
  | { kind: 'resumed' }
  | { kind: 'finished'; remaining: number; workerIds: string[] }
  | { kind: 'withdrawn'; reason: string }
  /** The cancellation it was withdrawn for was taken back, or the merge undone. */
  | { kind: 'restored' }
  /** Its request was corrected, and it says so now; `anew`: it is nobody's any more and about to be dispatched again. */
  | { kind: 'corrected'; changed: readonly CopiedFact[]; anew: boolean }
  /** A fact that could no longer change anything. */
  | { kind: 'came-too-late'; fact: WorkOrderFact };
