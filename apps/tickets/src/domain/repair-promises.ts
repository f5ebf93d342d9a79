import type { Recipient } from '@property-office/calendar';
import { repairStates, type RepairState } from './repair-states';

/** What is promised about an episode of a repair (Q1). The first try of its follow-up is promised by followups. */
export const repairPromises = ['answer', 'on-site', 'plan', 'done'] as const;
export type RepairPromise = (typeof repairPromises)[number];

/** Which promise, in which episode, by when. */
interface Promised {
  deadlineId: string;
  episode: number;
  promise: string;
  class: string;
  dueAt: Date;
}

/** A level that was reached, of which a late entry shows that its time had not come (G2). */
export interface RepairLevel extends Promised {
  level: string;
}

/** A level of escalation that was reached (G5). */
export interface RepairEscalation extends RepairLevel {
  to: Recipient;
  outcome: 'told' | 'nobody-on-duty';
  reached: string;
  told: Array<{ personId: string; forPersonId: string | null }>;
}

/** By when the work was to be done, as its clock stood when it was. */
export interface SolvedTarget {
  dueAt: Date;
  inTime: boolean;
}

/** What the work of an episode does to its promises. */
export const workMoves = ['taken', 'arrived', 'finished'] as const;
export type WorkMove = (typeof workMoves)[number];

/**
 * Which promises are kept by it. *Answer* is that a person has taken it: accepted or claimed it, or was named by another
 * person. A crew that was chosen by rule has not answered: a job nobody took must alert somebody.
 */
export const keptBy: Record<WorkMove, readonly RepairPromise[]> = {
  taken: ['answer'],
  arrived: ['answer', 'on-site'],
  finished: repairPromises,
};

/** Promises that are still to be kept in a state, for a correction of the class. */
export function openPromises(state: RepairState): readonly RepairPromise[] {
  switch (state) {
    case 'open':
    case 'reopened':
      return repairPromises;
    case 'assigned':
      return ['answer', 'on-site', 'plan', 'done'];
    case 'in-progress':
    case 'waiting':
      return ['plan', 'done'];
    default:
      return [];
  }
}

/** Requests in these states are over: no clock of theirs runs. */
export const quietStates: readonly RepairState[] = repairStates.filter((state) => openPromises(state).length === 0);
