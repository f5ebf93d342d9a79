import type { Transaction } from '@property-office/persistence';
import { directoryErrors } from '../domain/errors';
import type { Duty } from './duty.entity';
import { assertNoOverlap } from './overlap';
import { holdsThroughout, isAway } from './staff';

/**
 * A duty can be done as it is planned. The caller holds the lock of its person.
 * @throws role-not-held, person-away, spans-overlap (409)
 */
export async function assertCanBeDone(tx: Transaction, duty: Duty): Promise<void> {
  const { id, personId } = duty;
  if (!(await holdsThroughout(tx, personId, duty, duty))) throw directoryErrors.roleNotHeld();
  if (await isAway(tx, personId, duty)) throw directoryErrors.personAway();
  await assertNoOverlap(tx, { id, table: 'duty', personId }, duty);
}
