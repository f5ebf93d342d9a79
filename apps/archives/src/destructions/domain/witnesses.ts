import type { Actor } from '@property-office/contracts';

export const witnessesNeeded = 2;

/** Whether who carries it out is one of those who witness it. */
export function isWitness({ personId, forPersonId }: Actor, witnesses: ReadonlyArray<string | null>): boolean {
  return witnesses.includes(personId) || (forPersonId !== undefined && witnesses.includes(forPersonId));
}
