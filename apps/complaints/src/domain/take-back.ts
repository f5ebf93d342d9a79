import { takenBackWithin } from '@property-office/kernel';

/** What clocks say is no act: it does not come between a merge and its taking back. */
export const followsNothing = ['complaints.complaint-escalated.v1', 'complaints.complaint-shown-on-time.v1'] as const;

/** A merge, and whether anything was done to either complaint since, or told of it. */
export interface MergeAct {
  mergedBy: string;
  mergedAt: Date;
  followed: boolean;
}

/**
 * Of what crosses, what is recorded first counts:
 * - take-back × any act on the one that goes on (acknowledge, decide, an answer, a complainant who joins, a merge of it or into it) or a fact of another
 *   service: it happened first, and the merge stands; taken back first, it happens to a complaint that is as it was before the merge.
 * - take-back × an act on the one that rests: before it there is none; a fact that came too late for it is something that followed, too.
 * - take-back × what somebody tells a complainant of the merge: told first, it cannot be untold, and the merge stands; taken back first, there is nothing left to tell.
 * - take-back × escalation: no act. It is taken back in either order; a level that a date of the other one brought stays, marked as on time, and is
 *   reached again when its own time comes.
 * - take-back × the end of the time of those who stay silent: nobody is waited for who joined by the merge. Taken back first, it is closed when it would
 *   have been; afterwards, at once.
 * - take-back × take-back: one of them does it.
 */
export function mayTakeBack({ mergedBy, mergedAt, followed }: MergeAct, personId: string, now: Date): boolean {
  return !followed && mergedBy === personId && now.getTime() - mergedAt.getTime() <= takenBackWithin;
}

/** From when on a merge stands, whoever would take it back. */
export function standsFrom(mergedAt: Date): Date {
  return new Date(mergedAt.getTime() + takenBackWithin + 1);
}
