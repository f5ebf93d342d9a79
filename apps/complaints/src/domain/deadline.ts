import { addTarget, holidaysOfChina, proposedHours, siteCalendars, type Duration } from '@property-office/calendar';

/** Solved within 7 workdays (product.md, service targets, source "initial proposal"). */
const solvedWithin: Duration = { amount: 7, unit: 'workdays' };
const replies = siteCalendars('Asia/Shanghai', proposedHours, holidaysOfChina)['complaint-replies'];

/** What we promise every complainant, from when they complained, or disputed. */
export const solvedBy = (from: Date): Date => addTarget(replies, from, solvedWithin);

const day = 24 * 3_600_000;

/**
 * Until when a case is to be solved. A hotline's deadline leads, and ours is earlier (W2.3): a day before it, or half of
 * what is left where that has passed; the last moment before it where it came too late for either.
 * @param target what we promise every complainant
 */
export function ownDeadline(target: Date, hotlineDeadline: Date | null, now: Date): Date {
  if (!hotlineDeadline) return target;
  const before = hotlineDeadline.getTime() - day;
  const latest = before > now.getTime() ? before : Math.min((now.getTime() + hotlineDeadline.getTime()) / 2, hotlineDeadline.getTime() - 1);
  return new Date(Math.min(target.getTime(), Math.floor(latest)));
}

export interface ExtensionStanding {
  /** Set when an extension was told: there is one at most. */
  toldAt: Date | null;
  /** The date as it stands: promised, or due. */
  current: Date;
  hotlineDeadline: Date | null;
}

export type ExtensionRefusal = 'used' | 'date-passed' | 'not-later' | 'beyond-hotline';

/** Why a case cannot be extended, or undefined (W2.3: one, approved, told to the complainant before the old date). */
export function extensionRefusal({ toldAt, current, hotlineDeadline }: ExtensionStanding, until: Date, now: Date): ExtensionRefusal | undefined {
  if (toldAt) return 'used';
  if (now >= current) return 'date-passed';
  if (until <= current) return 'not-later';
  if (hotlineDeadline && until >= hotlineDeadline) return 'beyond-hotline';
  return undefined;
}
