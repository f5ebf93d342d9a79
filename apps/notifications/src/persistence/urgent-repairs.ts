import type { RepairClass } from '@property-office/contracts';
import { isPlannedUrgent } from '@property-office/deadlines';
import type { Transaction } from '@property-office/persistence';

/**
 * What of a repair may disturb people at night (product.md, G5): what its site has made urgent, by the plan for the first that is promised of it; as the
 * product ships it, danger and urgent outages (P0, P1).
 * @param repairClass none: not heard of yet
 */
export async function isUrgentRepair(tx: Transaction, siteId: string, repairClass: RepairClass | null | undefined, at: Date): Promise<boolean> {
  return repairClass ? isPlannedUrgent(tx, { siteId, class: repairClass, promise: 'answer', at }) : false;
}
