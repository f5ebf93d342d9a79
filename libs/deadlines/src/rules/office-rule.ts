import type { Duration, EscalationPlan, HolidayRow, ServiceFunction, ServiceHours } from '@property-office/calendar';
import type { Localized } from '@property-office/kernel';

/** From when a promise counts: the report, or the time agreed with whoever is visited. */
export const countedFrom = ['start', 'appointment'] as const;
export type CountedFrom = (typeof countedFrom)[number];

/** What a row of the office's rules says, by the table it stands in. */
export interface RuleContents {
  /** When one function serves. */
  hours: { function: ServiceFunction; hours: ServiceHours };
  /** The public holidays and make-up workdays of a year, all of them. */
  holidays: { year: number; days: readonly HolidayRow[] };
  /** What is promised to a class (Q1). No limits: said in words, no clock runs. */
  target: {
    class: string;
    promise: string;
    function: ServiceFunction;
    countsFrom: CountedFrom;
    limits: readonly Duration[];
    words: Localized | null;
  };
  /** Who hears when a promise to a class is late (G5); without `promise` it is for all that have no plan of their own. */
  plan: { class: string; promise: string | null; plan: EscalationPlan };
}
export type RuleKind = keyof RuleContents;

/** A row: added, never changed. It holds for what starts when it is in effect, until a later one of its subject is. */
export interface OfficeRule<K extends RuleKind = RuleKind> {
  readonly id: string;
  readonly kind: K;
  /** Null is every site that has no row of its own. Holidays are those of the country: always null. */
  readonly siteId: string | null;
  readonly content: RuleContents[K];
  readonly source: Localized;
  readonly effectiveFrom: Date;
  /** Tells which of two rows of one day is the correction of the other; those that are shipped come first. */
  readonly recordedAt: Date;
}

export function isOfKind<K extends RuleKind>(kind: K): (rule: OfficeRule) => rule is OfficeRule<K> {
  return (rule): rule is OfficeRule<K> => rule.kind === kind;
}
