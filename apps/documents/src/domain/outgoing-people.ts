import type { Actor } from '@property-office/contracts';
import type { OutgoingState } from './outgoing-states';

/** Who has to do with a document that is not signed off yet. */
export interface OutgoingPeople {
  draftedBy: string;
  reviewerId: string | null;
  /** Who is to countersign and has not. */
  countersigners: readonly string[];
}

/** Who leads the site or the company: whoever that is may review, sign or return where nobody is named. */
export function leads({ role }: Actor): boolean {
  return role === 'director' || role === 'company';
}

/** For whom of these people somebody acts: for themselves, or for whom they stand in (G1). */
export function actsFor({ personId, forPersonId }: Actor, people: readonly (string | null)[]): string | undefined {
  return [personId, forPersonId].find((each) => each !== undefined && people.includes(each));
}

/** Who may give a draft back: whoever has to do the next thing with it, its drafter, and who leads. */
export function mayReturn(actor: Actor, state: OutgoingState, { draftedBy, reviewerId, countersigners }: OutgoingPeople): boolean {
  if (leads(actor)) return true;
  const inHand = state === 'submitted' ? [reviewerId] : state === 'reviewed' ? countersigners : [];
  return actsFor(actor, [draftedBy, ...inHand]) !== undefined;
}
