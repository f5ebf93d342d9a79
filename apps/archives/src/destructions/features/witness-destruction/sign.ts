import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { destructionStateAfter } from '../../domain/errors';
import { witnessesNeeded } from '../../domain/witnesses';
import type { Destruction } from '../../persistence/destruction.entity';
import type { Destructions } from '../../persistence/destructions';
import { assertFree, lockRecords } from '../../../lists/persistence/listed-records';

/**
 * Writes the signature of somebody who may under a locked list, for its hash; the second one makes it witnessed.
 * @throws destructionMoveIllegal, recordsHeld (409)
 */
export async function signList(tx: Transaction, destructions: Destructions, destruction: Destruction, act: Act, by: { personId: string | null; linkId: string | null }): Promise<void> {
  const { id, listHash } = destruction;
  const first = destructionStateAfter(destruction.state, 'witness');
  await assertFree(tx, await lockRecords(tx, await destructions.recordsOf(tx, id)));
  const n = (await destructions.signaturesOf(tx, id)).length + 1;
  const whole = n >= witnessesNeeded;
  tx.send(
    'INSERT INTO destruction_signature (destruction_id, n, person_id, link_id, list_hash, happened_at, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [id, n, by.personId, by.linkId, listHash, act.happenedAt, tx.now],
  );
  destructions.advance(tx, destruction, act, { kind: 'witnessed', witnessId: by.personId, linkId: by.linkId, whole }, { state: whole ? 'witnessed' : first });
}
