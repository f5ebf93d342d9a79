import type { ContentDamage } from '@property-office/contracts';

/** What the bytes of a content were found to be. */
export type Found = 'whole' | ContentDamage;

const hour = 3_600_000;
const day = 24 * hour;
/** Leaves the last tenth of a round to those that wait for their turn. */
const earlier = 0.9;

/** When a content is looked at again: whole ones within a round of so many days, others often, as somebody may be repairing the disk. */
export function nextCheck(at: Date, found: Found, roundDays: number): Date {
  return new Date(at.getTime() + (found === 'whole' ? roundDays * day * earlier : hour));
}
