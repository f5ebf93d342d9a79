import type { DispatchMode, RepairClass, Skill } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

/** A kind of repair, with what follows from it for dispatch and for finishing the work. */
export interface RepairCategory {
  code: string;
  parent: string | null;
  name: Localized;
  repairClass: RepairClass;
  dispatchMode: DispatchMode;
  skill: Skill;
  finishingNeeds: { photo: boolean; confirmation: boolean };
}
