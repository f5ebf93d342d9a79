import type { Verdict } from '@property-office/contracts';
import type { ClockStep } from './clock-step';
import type { Correction } from './correction';
import type { RepairFact, RepairState } from './repair-states';
import type { RepairEscalation, RepairLevel, SolvedTarget } from './repair-promises';
import type { ActToTakeBack } from './take-back';

/** Another repair request, as people call it. */
export interface RepairName {
  id: string;
  number: string;
}

/** The request that goes on for a double, as it stands now. */
export interface GoesOn extends RepairName {
  state: RepairState;
}

/** What can happen to a repair request, in the words of the domain. */
export type RepairEvent =
  | { kind: 'requested' }
  | { kind: 'progressed'; from: RepairState; cause: RepairFact; workOrderId: string | null }
  /** `target`: undefined where no time was promised. */
  | { kind: 'resolved'; workOrderId: string | null; workerIds: readonly string[]; target: SolvedTarget | undefined }
  | { kind: 'closed'; result: 'satisfied' | 'unreachable'; followUpId: string }
  | { kind: 'reopened'; reason: string }
  | { kind: 'cancelled'; reason: string; from: RepairState }
  | { kind: 'commented'; comment: string }
  | { kind: 'corrected'; correction: Correction; reason: string }
  /** `correction` leads back; it is there where a correction was taken back. */
  | { kind: 'taken-back'; act: { eventId: string; version: number; type: ActToTakeBack }; correction: Correction | null }
  /** `responsibleId`: who has the work in hand; nobody, where it is still to be taken. */
  | { kind: 'urged'; words: string | null; responsibleId: string | null }
  | { kind: 'rated'; rating: number; verdict: Verdict; words: string | null }
  /** Another report of the same; `into` goes on for both. */
  | { kind: 'merged'; into: RepairName; from: RepairState; reason: string | null }
  | { kind: 'unmerged'; from: RepairName }
  /** Said of the one that goes on. `mergeVersion`: of the double when it was merged. `finished`: the work of the double was done before its merge was known there. */
  | { kind: 'double-joined'; double: RepairName; mergeVersion: number }
  | { kind: 'double-left'; double: RepairName; why: 'undone' | 'finished' }
  /** Whoever acts has met the same, and hears of its outcome. */
  | { kind: 'joined'; count: number }
  | { kind: 'planned'; plannedFor: Date; note: string | null }
  /** A fact that could no longer change anything, until a merge that it met is undone. */
  | { kind: 'came-too-late'; fact: RepairFact; factEpisode: number; step: ClockStep | undefined }
  | { kind: 'escalated'; escalation: RepairEscalation }
  | { kind: 'shown-on-time'; level: RepairLevel };
