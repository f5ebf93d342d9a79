import { takenBackWithin } from '@property-office/kernel';

export const actsToTakeBack = ['tickets.repair-cancelled.v1', 'tickets.repair-commented.v1', 'tickets.repair-corrected.v1'] as const;
export type ActToTakeBack = (typeof actsToTakeBack)[number];

/**
 * Said of a request and changing nothing of it: what somebody else has met or asks for, what its clocks say. None of it comes
 * between an act and its taking back; one's own does, for it is the last act then.
 */
export const followsNothing = ['tickets.repair-joined.v1', 'tickets.repair-urged.v1', 'tickets.repair-escalated.v1', 'tickets.repair-shown-on-time.v1'] as const;

/** The last thing that happened to a request, as the ledger has it. */
export interface LastEvent {
  type: string;
  actorId: string;
  recordedAt: Date;
}

/** That nothing followed is in the question: it is the last event of the request that is asked about, but for those that change nothing. */
export function mayTakeBack<E extends LastEvent>(last: E, personId: string, now: Date): last is E & { type: ActToTakeBack } {
  const kind = actsToTakeBack.some((type) => type === last.type);
  return kind && last.actorId === personId && now.getTime() - last.recordedAt.getTime() <= takenBackWithin;
}
