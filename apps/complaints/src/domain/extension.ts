import { liesAhead } from '@property-office/kernel';

export interface ExtensionStanding {
  /** An extension was told, of this case or of one it goes on for: there is one at most. */
  used: boolean;
  /** The date as it stands: promised, or due; null where the office promises none. */
  current: Date | null;
  hotlineDeadline: Date | null;
}

export type ExtensionRefusal = 'used' | 'no-date' | 'date-passed' | 'not-later' | 'not-ahead' | 'beyond-hotline';

/** Why a case cannot be extended, or undefined (W2.3: one, approved, told to the complainant before the old date). A deadline of the hotline that is over bounds nothing. */
export function extensionRefusal({ used, current, hotlineDeadline }: ExtensionStanding, until: Date, now: Date): ExtensionRefusal | undefined {
  if (used) return 'used';
  if (!current) return 'no-date';
  if (now >= current) return 'date-passed';
  if (until <= current) return 'not-later';
  if (!liesAhead(until, now)) return 'not-ahead';
  if (hotlineDeadline && hotlineDeadline > now && until >= hotlineDeadline) return 'beyond-hotline';
  return undefined;
}
