import type { Correction } from './correction';
import type { RepairFact, RepairState } from './repair-states';
import type { RepairEscalation, RepairLevel } from './repair-promises';
import type { ActToTakeBack } from './take-back';

/** What can happen to a repair request, in the words of the domain. */
export type RepairEvent =
  | { kind: 'requested' }
  | { kind: 'progressed'; from: RepairState; cause: RepairFact; workOrderId: string | null }
  | { kind: 'resolved'; workOrderId: string | null; workerIds: readonly string[] }
  | { kind: 'closed'; result: 'satisfied' | 'unreachable'; followUpId: string }
  | { kind: 'reopened'; reason: string }
  | { kind: 'cancelled'; reason: string; from: RepairState }
  | { kind: 'commented'; comment: string }
  | { kind: 'corrected'; correction: Correction; reason: string }
  /** `correction` leads back; it is there where a correction was taken back. */
  | { kind: 'taken-back'; act: { eventId: string; version: number; type: ActToTakeBack }; correction: Correction | null }
  | { kind: 'planned'; plannedFor: Date; note: string | null }
  /** A fact that could no longer change anything. */
  | { kind: 'came-too-late'; fact: RepairFact; factEpisode: number }
  | { kind: 'escalated'; escalation: RepairEscalation }
  | { kind: 'shown-on-time'; level: RepairLevel };
