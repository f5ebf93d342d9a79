/** As `rules/office-rule` on 29 November 2026; frozen, too. */
export interface FrozenDuration {
  amount: number;
  unit: string;
}
export interface FrozenDay {
  date: string;
  kind: 'holiday' | 'make-up-workday';
  name: { zh: string; en: string };
}
export interface FrozenTarget {
  class: string;
  promise: string;
  function: string;
  countsFrom: string;
  limits: readonly FrozenDuration[];
  words: { zh: string; en: string } | null;
}
export interface FrozenPlan {
  urgent: boolean;
  function: string;
  levels: ReadonlyArray<{ name: string; base: string; after: FrozenDuration; to: string; toOutsideService?: string }>;
}
export interface FrozenContent {
  class?: string;
  [field: string]: unknown;
}
export interface FrozenRule {
  readonly id: string;
  /** Of its aggregate in directory. */
  readonly subjectId: string;
  readonly kind: 'hours' | 'holidays' | 'target' | 'plan';
  readonly siteId: null;
  readonly content: FrozenContent;
  readonly source: { zh: string; en: string };
  readonly effectiveFrom: Date;
  readonly recordedAt: Date;
}
