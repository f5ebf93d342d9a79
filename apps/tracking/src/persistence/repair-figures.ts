import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { commonGroupings, commonGroups, inPeriod, periodParams, quantiles, zoneOf, type Period } from './figure-sql';

export const groupings = [...commonGroupings, 'category', 'class', 'crew'] as const;
export type Grouping = (typeof groupings)[number];

/** Figures of the requests reported in a period, by group. Durations are in seconds; null where there is nothing to measure. */
export interface RepairFigures {
  group: string | null;
  reported: number;
  resolved: number;
  closed: number;
  cancelled: number;
  /** Requests that were reopened at least once. */
  reopened: number;
  satisfied: number;
  unsatisfied: number;
  unreachable: number;
  rating: number | null;
  secondsToAcceptP50: number | null;
  secondsToAcceptP90: number | null;
  secondsToArriveP50: number | null;
  secondsToArriveP90: number | null;
  secondsToResolveP50: number | null;
  secondsToResolveP90: number | null;
}

const groupExpressions: Record<Grouping, string> = {
  ...commonGroups('requested_at'),
  category: 'category',
  class: 'repair_class',
  crew: 'crew_id',
};

/** A field of the request as it was reported, or as it was last corrected (G3). */
const asCorrected = (field: string): string =>
  `coalesce((array_agg(e.data -> 'to' ->> '${field}' ORDER BY e.aggregate_version DESC)
     FILTER (WHERE e.type IN ('tickets.repair-corrected.v1', 'tickets.act-taken-back.v1') AND e.data -> 'to' ? '${field}'))[1], first.data ->> '${field}')`;

/** A projection over the timelines: whatever rebuilds them rebuilds it, and every figure can be opened to its cases. */
@Injectable()
export class ReadRepairFigures {
  constructor(private readonly database: Database) {}

  /** Of the sites the principal answers for. */
  async of(principal: Principal, period: Period, groupBy: Grouping): Promise<RepairFigures[]> {
    return this.database.query<RepairFigures & Record<string, unknown>>(
      `WITH figure AS (
         SELECT t.site_id, ${zoneOf('t.site_id')} AS zone,
                ${asCorrected('category')} AS category, ${asCorrected('repairClass')} AS repair_class,
                first.happened_at AS requested_at,
                (array_agg(e.data ->> 'crewId' ORDER BY e.happened_at DESC, e.event_id DESC) FILTER (WHERE e.type = 'dispatch.work-order-assigned.v1'))[1] AS crew_id,
                min(e.happened_at) FILTER (WHERE e.type = 'dispatch.work-order-accepted.v1') AS accepted_at,
                min(e.happened_at) FILTER (WHERE e.type = 'dispatch.work-order-arrived.v1') AS arrived_at,
                min(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-resolved.v1') AS resolved_at,
                max(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-closed.v1') AS closed_at,
                max(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-reopened.v1') AS reopened_at,
                max(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-cancelled.v1' AND NOT e.data ? 'takenBack') AS cancelled_at,
                (array_agg(e.data ->> 'result' ORDER BY e.happened_at DESC, e.event_id DESC) FILTER (WHERE e.type = 'followups.follow-up-completed.v1'))[1] AS result,
                (array_agg((e.data ->> 'rating')::int ORDER BY e.happened_at DESC, e.event_id DESC) FILTER (WHERE e.type = 'followups.follow-up-completed.v1'))[1] AS rating
         FROM timeline t
         JOIN timeline_entry first ON first.repair_request_id = t.repair_request_id AND first.type = 'tickets.repair-requested.v1'
         JOIN timeline_entry e ON e.repair_request_id = t.repair_request_id
         WHERE ${inPeriod('first.happened_at', 't.site_id')}
         GROUP BY t.repair_request_id, t.site_id, first.data, first.happened_at)
       SELECT ${groupExpressions[groupBy]} AS "group", count(*)::int AS reported, count(resolved_at)::int AS resolved,
              count(*) FILTER (WHERE closed_at IS NOT NULL AND (reopened_at IS NULL OR closed_at > reopened_at))::int AS closed,
              count(*) FILTER (WHERE cancelled_at IS NOT NULL AND (resolved_at IS NULL))::int AS cancelled,
              count(reopened_at)::int AS reopened,
              count(*) FILTER (WHERE result = 'satisfied')::int AS satisfied,
              count(*) FILTER (WHERE result = 'unsatisfied')::int AS unsatisfied,
              count(*) FILTER (WHERE result = 'unreachable')::int AS unreachable,
              round(avg(rating), 2)::float8 AS rating,
              ${quantiles('secondsToAccept', 'requested_at', 'accepted_at')}, ${quantiles('secondsToArrive', 'requested_at', 'arrived_at')},
              ${quantiles('secondsToResolve', 'requested_at', 'resolved_at')}
       FROM figure GROUP BY 1 ORDER BY 1`,
      periodParams(principal, 'tracking.readRepairStatistics', period),
    );
  }
}
