import type { RepairClass } from '@property-office/contracts';

/** What may disturb people at night: danger and urgent outages (product.md, G5; service targets P0, P1). */
export function isUrgent(repairClass: RepairClass | null | undefined): boolean {
  return repairClass === 'P0' || repairClass === 'P1';
}
