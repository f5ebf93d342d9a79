import type { Scale } from './scale';

export const hour = 3_600_000;
export const day = 24 * hour;

/** A moment at which something is done, from the first midnight of the plan on. */
export interface Slot {
  index: number;
  at: number;
  /** The desk is there. */
  working: boolean;
}

const opens = 9;
const closes = 18;

export function slotsOf({ days, hours, quiet }: Pick<Scale, 'days' | 'hours' | 'quiet'>): Slot[] {
  return Array.from({ length: days }, (_, each) => each)
    .filter((each) => !quiet || each < quiet.from || each % quiet.every === 0)
    .map((each) => hours.map((at) => ({ at: each * day + at * hour, working: at >= opens && at < closes })))
    .flat()
    .sort((a, b) => a.at - b.at)
    .map((slot, index) => ({ index, ...slot }));
}

/** The first slot of its kind that is not before a moment; undefined after the end of the plan. */
export function slotFrom(slots: readonly Slot[], at: number, working = true): Slot | undefined {
  return slots.find((slot) => slot.at >= at && (!working || slot.working));
}
