import { sha256 } from '../persistence/new-record';

/** Over the numbers and proofs of all on a list: what is applied for, approved and signed is the same. */
export function listHashOf(records: ReadonlyArray<{ archiveNumber: string; proof: string }>): string {
  return sha256(records.map(({ archiveNumber, proof }) => `${archiveNumber} ${proof}`).toSorted().join('\n'));
}
