import type { Actor } from '@property-office/contracts';

/** Who stands behind an application and an approval, as rows say it. */
export interface ListHands {
  appliedBy: string;
  appliedFor: string | null;
  approvedBy: string | null;
  approvedFor: string | null;
}

/** Everybody who applied or approved, or for whom that was done: none of them is a witness, by person (G1). */
export function handsOf({ appliedBy, appliedFor, approvedBy, approvedFor }: ListHands): string[] {
  return [appliedBy, appliedFor, approvedBy, approvedFor].flatMap((personId) => personId ?? []);
}

/** Of the application. */
export function applicantOf({ appliedBy, appliedFor }: ListHands): Actor {
  return { personId: appliedBy, role: 'clerk', ...(appliedFor !== null && { forPersonId: appliedFor }) };
}

/** @param others whom they stand in for today */
export function mayWitness(hands: ListHands, personId: string, others: readonly string[] = []): boolean {
  return ![personId, ...others].some((each) => handsOf(hands).includes(each));
}
