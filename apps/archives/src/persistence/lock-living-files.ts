import type { Transaction } from '@property-office/persistence';
import { livingFileErrors } from '../domain/living-file-errors';
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

/** What records were closed of: nobody puts another paper with one of their files into it meanwhile. After their states. */
export async function lockClosedAs(tx: Transaction, recordIds: readonly string[]): Promise<void> {
  const rows = await tx.query<{ id: string }>(
    'SELECT DISTINCT v.file_id AS id FROM record r JOIN record_proposal p ON p.id = r.proposal_id JOIN living_volume v ON v.event_id = p.source_event_id WHERE r.id = ANY ($1)',
    [recordIds],
  );
  await lockLivingFiles(tx, rows.map(({ id }) => id));
}

/** Of a locked one. @throws livingFileListed (409) */
export async function assertNotListed(tx: Transaction, id: string): Promise<void> {
  if ((await tx.query('SELECT 1 FROM handing_over WHERE item_id = $1', [id])).length > 0) throw livingFileErrors.livingFileListed();
}
