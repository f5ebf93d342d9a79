import { systemActor } from '@property-office/contracts';
import type { Ledger } from '@property-office/outbox';
import type { Transaction } from '@property-office/persistence';
import { record } from '../events';
import { HomeCare } from './home-care.entity';

/**
 * After a tie has ended: what was written for a household goes with the last of those who lived there when it was
 * written. The next owner never sees earlier people (G7).
 */
export async function forgetCareOfLeft(tx: Transaction, ledger: Ledger, homeId: string): Promise<void> {
  const care = await tx.manager.findOne(HomeCare, { where: { homeId }, lock: { mode: 'pessimistic_write' } });
  if (!care || isEmpty(care) || (await someoneStays(tx, care))) return;
  Object.assign(care, { noPhone: false, wishes: '', contactId: null, relation: null, urgentBySms: false });
  care.version += 1;
  await tx.manager.update(HomeCare, { id: care.id }, care);
  record(ledger, tx, systemActor, { kind: 'home-care-changed', care });
}

function isEmpty({ noPhone, wishes, contactId, urgentBySms }: HomeCare): boolean {
  return !noPhone && wishes === '' && contactId === null && !urgentBySms;
}

async function someoneStays(tx: Transaction, { homeId, writtenAt }: HomeCare): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM tie WHERE home_id = $1 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $3) LIMIT 1`,
    [homeId, writtenAt, tx.now],
  );
  return rows.length > 0;
}
