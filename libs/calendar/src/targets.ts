import type { Localized } from '@property-office/kernel';
import type { Duration } from './duration';
import type { ServiceFunction } from './service-hours';

/** What is promised: the function whose calendar counts, and one or more limits, of which the earliest holds. */
export interface Target {
  /** The row it comes from: a figure names the version of the rule that counted it (Q2). */
  readonly ruleId: string;
  readonly function: ServiceFunction;
  /** "24 service hours, at most 3 days" are two. */
  readonly limits: readonly [Duration, ...Duration[]];
}

/** A row of the editable table of targets (Q1). Rows are added, never changed: what has started keeps its own. */
export interface TargetRow {
  readonly target: Target;
  /** Null is every site that has no row of its own. */
  readonly siteId: string | null;
  /** P0–P3, `complaint`, `enquiry`: words of the service. */
  readonly class: string;
  /** Which of the promises made to a class: `answer`, `on-site`, `done`. Words of the service. */
  readonly promise: string;
  readonly source: Localized;
  readonly effectiveFrom: Date;
}

export interface TargetQuestion {
  readonly siteId: string;
  readonly class: string;
  readonly promise: string;
  /** When the thing started: a change applies to what starts afterwards. */
  readonly at: Date;
}

/**
 * The row that was in effect: the site's own before that of all sites, the latest of several.
 * @returns undefined where nothing was promised
 */
export function targetFor(rows: readonly TargetRow[], asked: TargetQuestion): TargetRow | undefined {
  const effective = rows.filter(
    (row) => row.class === asked.class && row.promise === asked.promise && row.effectiveFrom <= asked.at,
  );
  return latest(effective, asked.siteId) ?? latest(effective, null);
}

function latest(rows: readonly TargetRow[], siteId: string | null): TargetRow | undefined {
  return rows
    .filter((row) => row.siteId === siteId)
    .sort((one, other) => one.effectiveFrom.getTime() - other.effectiveFrom.getTime())
    .at(-1);
}
