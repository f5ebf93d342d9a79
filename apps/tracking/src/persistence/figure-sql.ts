import { sitesAnsweredFor, type OperationKey } from '@property-office/access';
import type { Principal } from '@property-office/contracts';

/** What is counted: what began in it, on one site or on all that one answers for. */
export interface Period {
  from: Date;
  to: Date;
  siteId?: string;
}

/** Every figure can be told apart by these. */
export const commonGroupings = ['none', 'site', 'day', 'month'] as const;

/** Parameters `$1` to `$5` of `inPeriod`: a statement's own begin at `$6`. @throws roleMayNot (403) for a site the principal does not answer for */
export function periodParams(principal: Principal, operation: OperationKey, { from, to, siteId }: Period): unknown[] {
  const { everywhere, siteIds } = sitesAnsweredFor(principal, operation, siteId);
  return [from, to, everywhere, siteIds, siteId ?? null];
}

/** Whether the principal answers for a site, and asked for it. */
export const onSites = (site: string): string => `($3 OR ${site} = ANY ($4::uuid[])) AND ($5::uuid IS NULL OR ${site} = $5)`;

export const inPeriod = (at: string, site: string): string => `${at} >= $1 AND ${at} < $2 AND ${onSites(site)}`;

/** Of the calendar a site goes by. */
export const zoneOf = (site: string): string => `coalesce((SELECT time_zone FROM site_zone z WHERE z.site_id = ${site}), 'UTC')`;

/** Columns `site_id` and `zone` are those of the figure. */
export function commonGroups(at: string): Record<(typeof commonGroupings)[number], string> {
  return {
    none: 'NULL::text',
    site: 'site_id::text',
    day: `to_char(${at} AT TIME ZONE zone, 'YYYY-MM-DD')`,
    month: `to_char(${at} AT TIME ZONE zone, 'YYYY-MM')`,
  };
}

/** A mean, a share or a span as figures show it: without the noise of floating point. */
export const rounded = (value: string, decimals: 2 | 3 = 3): string => `round((${value})::numeric, ${decimals})::float8`;

/** The median, and what nine of ten stay below, of seconds from one instant to another; null where there are none. */
export const quantiles = (name: string, from: string, to: string): string =>
  [50, 90].map((n) => `${rounded(`percentile_cont(0.${n}) WITHIN GROUP (ORDER BY extract(epoch FROM ${to} - ${from}))`)} AS "${name}P${n}"`).join(', ');

export const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/**
 * When the first of some promises was due of which an escalation says that it was not kept by then (G5). Kept later it is
 * late; what was entered later and happened before is not (G2). NULL: none.
 */
export const missedDue = (escalated: string, promises: readonly string[], which = 'TRUE'): string =>
  `min((e.data ->> 'dueAt')::timestamptz) FILTER (WHERE e.type = '${escalated}' AND e.data ->> 'promise' IN (${listed(promises)}) AND ${which})`;

/** Whether that was missed: by what came later, or has not come yet. */
export const isLate = (missed: string, at: string): string => `coalesce(${missed} < coalesce(${at}, 'infinity'), FALSE)`;
