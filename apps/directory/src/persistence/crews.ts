import type { OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import { sees, sightOf } from '../acting/sight';
import { directoryErrors } from '../domain/errors';
import { Crew } from './crew.entity';

/** A crew of a site in sight, locked until COMMIT. @throws crew-not-found (404) */
export async function lockCrew(
  tx: Transaction,
  principal: Principal,
  operation: OperationKey,
  id: string,
): Promise<Crew> {
  const crew = await tx.manager.findOne(Crew, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!crew || !sees(sightOf(principal, operation), crew.siteId)) throw directoryErrors.crewNotFound();
  return crew;
}
