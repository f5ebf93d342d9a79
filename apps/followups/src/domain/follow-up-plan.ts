import { verdictOf, type RepairClass } from '@property-office/contracts';

export type FollowUpChannel = 'telephone' | 'door' | 'message';

const hour = 3_600_000;
const day = 24 * hour;

/** Tries on different days before a reporter counts as unreachable. */
export const mostTries = 3;
export const nextTryAfter = day;

/**
 * How the reporter is asked (main flow 6): emergencies and urgent or complex work by telephone, the others by a message
 * of one tap; without an outside reporter somebody looks at the result.
 */
export function channelFor(repairClass: RepairClass | null, hasReporter: boolean): FollowUpChannel {
  // Who complains is not known here; whoever asks reads it with the case.
  if (repairClass === null) return 'telephone';
  if (!hasReporter) return 'door';
  return repairClass === 'P2' ? 'message' : 'telephone';
}

/** Tries count on different days, as the people of the site count them. @param timeZone of the site, an IANA name */
export function sameDay(one: Date, other: Date, timeZone: string): boolean {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone });
  return calendar.format(one) === calendar.format(other);
}

/** "Satisfied" with one or two stars is not: it reopens (main flow 6). */
export function resultOf(result: 'satisfied' | 'unsatisfied' | 'unreachable', rating: number | undefined): typeof result {
  return result === 'satisfied' && rating !== undefined ? verdictOf(rating) : result;
}
