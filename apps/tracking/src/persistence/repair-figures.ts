import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { commonGroupings, commonGroups, inPeriod, periodParams, quantiles, rounded, zoneOf, type Period } from './figure-sql';

export const groupings = [...commonGroupings, 'category', 'class', 'crew'] as const;
export type Grouping = (typeof groupings)[number];

/** Figures of the requests reported in a period, by group. Durations are in seconds; null where there is nothing to measure. */
export interface RepairFigures {
  group: string | null;
  reported: number;
  /** Doubles among them: another request goes on for each. */
  merged: number;
  resolved: number;
  closed: number;
  cancelled: number;
  /** Of the first episodes with a time by which they were to be done that are done, or are not although it is over: how many were by then. */
  onTime: { of: number; inTime: number };
  /** Requests that were reopened at least once. */
  reopened: number;
  /** By the last word on the result: of a follow-up, or of the reporter's own rating. */
  satisfied: number;
  unsatisfied: number;
  unreachable: number;
  /** Given with the last word, or for the same episode before it. */
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
export const asCorrected = (field: string): string =>
  `coalesce((array_agg(e.data -> 'to' ->> '${field}' ORDER BY e.aggregate_version DESC)
     FILTER (WHERE e.type IN ('tickets.repair-corrected.v1', 'tickets.act-taken-back.v1') AND e.data -> 'to' ? '${field}'))[1], first.data ->> '${field}')`;

const firstEpisode = `e.data ->> 'episode' = '1'`;
const firstDone = (what: string): string => `(array_agg(${what}) FILTER (WHERE e.type = 'tickets.repair-resolved.v1' AND ${firstEpisode}))[1]`;
/** A level of escalation says that the work was not done when it was due; by the rules of the class it was of by then. */
const missedDone = `e.type = 'tickets.repair-escalated.v1' AND e.data ->> 'promise' = 'done' AND ${firstEpisode}`;
/** Work that was done before its merge was known ends the merge. */
const merges = `e.type IN ('tickets.repair-merged.v1', 'tickets.repair-unmerged.v1', 'tickets.repair-resolved.v1')`;
/** A double of another request, which is counted for both; NULL where it never was. */
export const isDouble = `(array_agg(e.type = 'tickets.repair-merged.v1' ORDER BY e.aggregate_version DESC) FILTER (WHERE ${merges}))[1]`;
export const resolvedAt = `min(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-resolved.v1')`;
export const cancelledAt = `max(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-cancelled.v1' AND NOT e.data ? 'takenBack')`;
/** Not done, though it was due: of what was cancelled or merged nothing is due any more, nor by a class it was corrected from. */
const isOverdue = 'first_resolved_at IS NULL AND cancelled_at IS NULL AND is_merged IS NOT TRUE AND missed_class = repair_class';

/** The last word on the result: of a follow-up, or of the reporter who rates it unasked. */
const judged = `e.type IN ('followups.follow-up-completed.v1', 'tickets.repair-rated.v1')`;
const rated = `${judged} AND e.data ->> 'rating' IS NOT NULL`;
const lastJudged = (what: string, which = judged): string => `(array_agg(${what} ORDER BY e.happened_at DESC, e.event_id DESC) FILTER (WHERE ${which}))[1]`;

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
                ${resolvedAt} AS resolved_at,
                ${firstDone(`e.data -> 'target' ->> 'inTime'`)}::boolean AS in_time, ${firstDone('e.happened_at')} AS first_resolved_at,
                (array_agg(e.data ->> 'class' ORDER BY e.aggregate_version DESC) FILTER (WHERE ${missedDone}))[1] AS missed_class,
                ${isDouble} AS is_merged,
                max(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-closed.v1') AS closed_at,
                max(e.happened_at) FILTER (WHERE e.type = 'tickets.repair-reopened.v1') AS reopened_at,
                ${cancelledAt} AS cancelled_at,
                ${lastJudged(`e.data ->> 'result'`)} AS result, ${lastJudged(`(e.data ->> 'episode')::int`)} AS judged_episode,
                ${lastJudged(`(e.data ->> 'rating')::int`, rated)} AS rating, ${lastJudged(`(e.data ->> 'episode')::int`, rated)} AS rated_episode
         FROM timeline t
         JOIN timeline_entry first ON first.repair_request_id = t.repair_request_id AND first.type = 'tickets.repair-requested.v1'
         JOIN timeline_entry e ON e.repair_request_id = t.repair_request_id
         WHERE ${inPeriod('first.happened_at', 't.site_id')}
         GROUP BY t.repair_request_id, t.site_id, first.data, first.happened_at)
       SELECT ${groupExpressions[groupBy]} AS "group", count(*)::int AS reported, count(*) FILTER (WHERE is_merged)::int AS merged, count(resolved_at)::int AS resolved,
              count(*) FILTER (WHERE closed_at IS NOT NULL AND (reopened_at IS NULL OR closed_at > reopened_at))::int AS closed,
              count(*) FILTER (WHERE cancelled_at IS NOT NULL AND (resolved_at IS NULL))::int AS cancelled,
              jsonb_build_object('of', count(*) FILTER (WHERE in_time IS NOT NULL OR ${isOverdue}), 'inTime', count(*) FILTER (WHERE in_time)) AS "onTime",
              count(reopened_at)::int AS reopened,
              count(*) FILTER (WHERE result = 'satisfied')::int AS satisfied,
              count(*) FILTER (WHERE result = 'unsatisfied')::int AS unsatisfied,
              count(*) FILTER (WHERE result = 'unreachable')::int AS unreachable,
              ${rounded('avg(rating) FILTER (WHERE rated_episode = judged_episode)', 2)} AS rating,
              ${quantiles('secondsToAccept', 'requested_at', 'accepted_at')}, ${quantiles('secondsToArrive', 'requested_at', 'arrived_at')},
              ${quantiles('secondsToResolve', 'requested_at', 'resolved_at')}
       FROM figure GROUP BY 1 ORDER BY 1`,
      periodParams(principal, 'tracking.readRepairStatistics', period),
    );
  }
}
