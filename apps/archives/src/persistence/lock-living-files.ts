import type { Transaction } from '@property-office/persistence';
import { isVolumeSource } from '../domain/living-volumes';
import type { RecordProposal } from './record-proposal.entity';

/** Until COMMIT, in the order of their ids; after the states of records, where some of these are locked, too. */
export async function lockLivingFiles(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('SELECT 1 FROM living_file WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [ids]);
}

/** What proposals were closed of: nobody sets a hold on it meanwhile. After the proposals, before their months. */
export function lockClosedOf(tx: Transaction, proposals: readonly RecordProposal[]): Promise<void> {
  return lockLivingFiles(tx, proposals.filter(({ sourceType }) => isVolumeSource(sourceType)).map(({ sourceId }) => sourceId));
}
