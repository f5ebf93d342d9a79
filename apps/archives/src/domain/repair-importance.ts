import type { RepairClass } from '@property-office/contracts';

/** What decides whether a repair is more than a line in the file of its home. */
export interface RepairCase {
  repairClass: RepairClass;
  /** It was reopened: its result was disputed. */
  disputed: boolean;
}

/**
 * Only major, disputed, warranty or safety repairs propose a record (W4.5): P0 is danger, P1 a burst or an outage. Whether one is
 * under warranty no event says yet.
 */
export function proposesRecord({ repairClass, disputed }: RepairCase): boolean {
  return disputed || repairClass === 'P0' || repairClass === 'P1';
}
