import { repairClasses, type RepairClass } from '@property-office/contracts';

/** A merge ends what is promised about the double; what goes on for both has to promise as much (G4). */
export function promisesLess(survivor: RepairClass, double: RepairClass): boolean {
  return repairClasses.indexOf(survivor) > repairClasses.indexOf(double);
}
