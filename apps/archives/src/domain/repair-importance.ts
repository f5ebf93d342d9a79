import type { RepairClass } from '@property-office/contracts';

/** What decides whether a repair is more than a line in the file of its home or device. */
export interface RepairCase {
  repairClass: RepairClass;
  /** It was reopened: its result was disputed. */
  disputed: boolean;
  /** Of a device whose warranty was not over when it was reported. */
  underWarranty: boolean;
}

/** Only major, disputed, warranty or safety repairs propose a record (W4.5): P0 is danger, P1 a burst or an outage. */
export function proposesRecord({ repairClass, disputed, underWarranty }: RepairCase): boolean {
  return disputed || underWarranty || repairClass === 'P0' || repairClass === 'P1';
}
