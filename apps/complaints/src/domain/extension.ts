export interface ExtensionStanding {
  /** Set when an extension was told: there is one at most. */
  toldAt: Date | null;
  /** The date as it stands: promised, or due; null where the office promises none. */
  current: Date | null;
  hotlineDeadline: Date | null;
}

export type ExtensionRefusal = 'used' | 'no-date' | 'date-passed' | 'not-later' | 'beyond-hotline';

/** Why a case cannot be extended, or undefined (W2.3: one, approved, told to the complainant before the old date). */
export function extensionRefusal({ toldAt, current, hotlineDeadline }: ExtensionStanding, until: Date, now: Date): ExtensionRefusal | undefined {
  if (toldAt) return 'used';
  if (!current) return 'no-date';
  if (now >= current) return 'date-passed';
  if (until <= current) return 'not-later';
  if (hotlineDeadline && until >= hotlineDeadline) return 'beyond-hotline';
  return undefined;
}
