import type { RepairClass } from '@property-office/contracts';

const minute = 60_000;

/** How long after one urging the next may come: what is urgent may be asked about sooner. */
export function urgingRestsFor(repairClass: RepairClass): number {
  return repairClass === 'P0' || repairClass === 'P1' ? 30 * minute : 120 * minute;
}

/** @returns from when on it may be urged again; undefined where it may at once */
export function urgedTooSoon(repairClass: RepairClass, lastUrgedAt: Date | null, at: Date): Date | undefined {
  if (!lastUrgedAt) return undefined;
  const again = new Date(lastUrgedAt.getTime() + urgingRestsFor(repairClass));
  return again > at ? again : undefined;
}
