import { crewAndPerson, grantAccess, revokeAccess, type Subject } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { WorkOrder } from './work-order.entity';

/** Who may act on an order besides those who answer for the site: its crew, or the crews it is offered to, and its technician. */
export function subjectsOf(order: Pick<WorkOrder, 'crewId' | 'technicianId' | 'offeredTo'>): Subject[] {
  return [...order.offeredTo.map((id): Subject => `crew:${id}`), ...crewAndPerson(order)];
}

/** Writes what a change of hands means for access, in the transaction that makes it: lag here would stop work at the door. */
export function moveAccess(tx: Transaction, before: readonly Subject[], order: WorkOrder): void {
  const entry = { objectId: order.id, siteId: order.siteId, right: 'act' as const, sourceVersion: order.version };
  const after = subjectsOf(order);
  for (const subject of after) if (!before.includes(subject)) grantAccess(tx, { ...entry, subject });
  for (const subject of before) if (!after.includes(subject)) revokeAccess(tx, { ...entry, subject });
}
