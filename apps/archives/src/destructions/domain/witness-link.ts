import { signingLinkStanding, type SigningLink, type SigningLinkStanding } from '../../lists/domain/signing-link';
import type { DestructionState } from './destruction-states';

/** What of a destruction a link for a witness depends on. */
export interface WitnessedList {
  state: DestructionState;
  listHash: string;
}

/** @param taken somebody from outside has signed already */
export function witnessLinkStanding(link: SigningLink, { state, listHash }: WitnessedList, taken: boolean, now: Date): SigningLinkStanding {
  return signingLinkStanding(link, { waits: state === 'approved' && !taken, hash: listHash }, now);
}
