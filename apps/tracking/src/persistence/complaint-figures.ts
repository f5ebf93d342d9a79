import { Injectable } from '@nestjs/common';
import { accessCondition, shieldCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { commonGroupings, commonGroups, inPeriod, isLate, missedDue, onSites, periodParams, quantiles, rounded, zoneOf, type Period } from './figure-sql';

/**
 * Neither by home or building nor by the crew or person complained about: no event says who complains, and no small group
 * shall let anybody guess it (W2.3).
 */
export const complaintGroupings = [...commonGroupings, 'kind', 'channel', 'decision'] as const;
export type ComplaintGrouping = (typeof complaintGroupings)[number];

/** Figures of the complaints recorded in a period, by group (W2.3); one that was merged is counted with the one that goes on for it. Durations are in seconds; null where there is nothing to measure. */
export interface ComplaintFigures {
  group: string | null;
  recorded: number;
  /** Of all homes that are counted, or of the site that is the group; homes registered by the end of the period. */
  per100Households: number | null;
  major: number;
  /** As it was decided last. */
  ours: number;
  partlyOurs: number;
  notOurs: number;
  unfounded: number;
  undecided: number;
  /** Closed, and not disputed since. */
  closed: number;
  /** Of the first round: told that it is being dealt with before a level of escalation said that this was due (G5). */
  firstContactOnTime: number;
  /** Told later, or not yet although it is overdue. */
  firstContactLate: number;
  /** Of the first round: told what was decided, with apology and date or with an explanation. */
  replyOnTime: number;
  replyLate: number;
  /** The complainant heard the first result by the date it was due: as it was recorded, or agreed with them while it was not over. */
  solvedOnTime: number;
  /** Heard it later, or has not although the date is over. */
  solvedLate: number;
  /** Dates promised with an apology, one for each round: there was a result by then. */
  datesKept: number;
  datesBroken: number;
  disputed: number;
  disputedToLevel1: number;
  disputedToLevel2: number;
  disputedToFinalLevel: number;
  /** By the last follow-up; a complaint closed with dissent counts as unsatisfied. */
  satisfied: number;
  unsatisfied: number;
  unreachable: number;
  rating: number | null;
  secondsToFirstContactP50: number | null;
  secondsToFirstContactP90: number | null;
  secondsToReplyP50: number | null;
  secondsToReplyP90: number | null;
  secondsToSolveP50: number | null;
  secondsToSolveP90: number | null;
  secondsToCloseP50: number | null;
  secondsToCloseP90: number | null;
}

const groups: Record<ComplaintGrouping, string> = {
  ...commonGroups('recorded_at'),
  kind: 'kind',
  channel: 'channel',
  decision: `coalesce(decision, 'undecided')`,
};

const of = (fact: string): string => `e.type = 'complaints.${fact}.v1'`;
const [acknowledged, decided, disputed, closed] = ['acknowledged', 'decided', 'disputed', 'closed'].map((fact) => of(`complaint-${fact}`)) as [string, string, string, string];
const [begun, explained, resulted, heard] = ['handling-begun', 'complaint-explained', 'result-recorded', 'feedback-given'].map(of) as [string, string, string, string];
const extended = of('extension-told');
/** SQL: whether a complaint was merged, and that was not taken back (G3). */
export const isMergedComplaint = (caseId: string): string => `EXISTS (
  SELECT 1 FROM case_timeline_entry m WHERE m.case_id = ${caseId} AND m.type IN ('complaints.complaint-merged.v1', 'complaints.complaint-unmerged.v1')
  HAVING count(*) FILTER (WHERE m.type = 'complaints.complaint-merged.v1') > count(*) / 2)`;
const escalated = 'complaints.complaint-escalated.v1';
/** Not by a merge that was taken back (G3), nor a level of a clock that it alone made late. */
const counts = `NOT EXISTS (
  SELECT 1 FROM case_timeline_entry u WHERE u.aggregate_id = e.aggregate_id AND u.type = 'complaints.complaint-double-left.v1'
    AND e.aggregate_version BETWEEN (u.data -> 'undone' ->> 'from')::int AND u.aggregate_version
    AND (e.aggregate_version <= (u.data -> 'undone' ->> 'to')::int OR e.type = '${escalated}' AND EXISTS (
      SELECT 1 FROM case_timeline_entry s WHERE s.aggregate_id = e.aggregate_id AND s.type = 'complaints.complaint-shown-on-time.v1' AND s.aggregate_version < u.aggregate_version
        AND s.data ->> 'deadlineId' = e.data ->> 'deadlineId' AND s.data ->> 'level' = e.data ->> 'level')))`;
const led = `(${of('complaint-joined')} OR ${of('complaint-double-joined')}) AND e.data ? 'dueAt'`;
const followedUp = `e.type = 'followups.complaint-follow-up-completed.v1'`;
const firstRound = `e.data ->> 'round' = '1'`;

/** A field as it was said last by events of one aggregate. */
const last = (field: string, events: string): string => `(array_agg(e.data ->> '${field}' ORDER BY e.aggregate_version DESC) FILTER (WHERE ${events}))[1]`;
/** What the follow-up of the latest round said. */
const lastAsked = (field: string): string => `(array_agg(e.data ->> '${field}' ORDER BY (e.data ->> 'round')::int DESC) FILTER (WHERE ${followedUp}))[1]`;
/** Of the first round, in their order: dates that were promised by name, an extension that was told, hotlines that took the lead. */
const agreed = (what: string): string => `array_agg(${what} ORDER BY e.aggregate_version) FILTER (WHERE (${begun} OR ${extended} OR ${led}) AND ${firstRound})`;
/** What was agreed moves a date, one after the other, unless that was over or the result was heard by then. */
const moved = `WITH RECURSIVE step (n, due) AS (
  SELECT 0, due_at UNION ALL
  SELECT n + 1, CASE WHEN due > agreed_at[n + 1] AND agreed_at[n + 1] <= coalesce(solved_at, 'infinity') THEN agreed_for[n + 1] ELSE due END
  FROM step WHERE n < coalesce(cardinality(agreed_at), 0)) SELECT due AS solved_by FROM step ORDER BY n DESC LIMIT 1`;
const decisions = (decision: string): string => `count(*) FILTER (WHERE decision = '${decision}')::int`;
const verdicts = (verdict: string): string => `count(*) FILTER (WHERE verdict = '${verdict}')::int`;
const hadLevel = (level: string): string => `count(*) FILTER (WHERE ${disputed} AND e.data ->> 'final' = 'false' AND e.data ->> 'level' = '${level}') > 0`;
/** By a date that is over: what has not happened yet is late, too. */
const inTime = (at: string, due: string): string => `CASE WHEN ${at} IS NOT NULL THEN ${at} <= ${due} WHEN platform.now() > ${due} THEN FALSE END`;

/** A projection over the timelines of complaints: whatever rebuilds them rebuilds it. */
@Injectable()
export class ReadComplaintFigures {
  constructor(private readonly database: Database) {}

  /** Of the sites the principal answers for; without what is hidden from them, of which figures tell no more than lists do. */
  async of(principal: Principal, period: Period, groupBy: ComplaintGrouping): Promise<ComplaintFigures[]> {
    const operation = 'tracking.readComplaintStatistics';
    const params = periodParams(principal, operation, period);
    const shield = shieldCondition(principal, { objectColumn: 'k.case_id', firstParam: params.length + 1 });
    const firstParam = params.length + shield.params.length + 1;
    const access = accessCondition(principal, { operation, right: 'read', objectColumn: 'k.case_id', siteColumn: 'k.site_id', firstParam });
    return this.database.query<ComplaintFigures & Record<string, unknown>>(
      `WITH counted AS (
         SELECT k.case_id, k.site_id, ${zoneOf('k.site_id')} AS zone, first.happened_at AS recorded_at,
                first.data ->> 'kind' AS kind, first.data ->> 'channel' AS channel,
                first.data ->> 'major' = 'true' OR count(*) FILTER (WHERE ${of('complaint-made-major')}) > 0 AS major,
                ${last('decision', decided)} AS decision,
                min(e.happened_at) FILTER (WHERE ${acknowledged}) AS contacted_at,
                min(e.happened_at) FILTER (WHERE (${begun} OR ${explained}) AND ${firstRound}) AS replied_at,
                min(e.happened_at) FILTER (WHERE ${heard} AND ${firstRound}) AS solved_at,
                (first.data ->> 'dueAt')::timestamptz AS due_at, ${agreed('e.happened_at')} AS agreed_at, ${agreed(`coalesce(e.data ->> 'promisedAt', e.data ->> 'until', e.data ->> 'dueAt')::timestamptz`)} AS agreed_for,
                ${missedDue(escalated, ['first-contact'], firstRound)} AS contact_missed, ${missedDue(escalated, ['reply'], firstRound)} AS reply_missed,
                count(*) FILTER (WHERE ${disputed}) > 0 AS disputed,
                ${hadLevel('1')} AS to_level_1, ${hadLevel('2')} AS to_level_2,
                count(*) FILTER (WHERE ${disputed} AND e.data ->> 'final' = 'true') > 0 AS to_final_level,
                CASE WHEN max(e.aggregate_version) FILTER (WHERE ${closed}) > coalesce(max(e.aggregate_version) FILTER (WHERE ${disputed}), 0)
                     THEN max(e.happened_at) FILTER (WHERE ${closed}) END AS closed_at,
                CASE WHEN ${last('answer', closed)} = 'dissent' OR count(*) FILTER (WHERE ${of('dissent-recorded')}) > 0 THEN 'unsatisfied'
                     ELSE ${lastAsked('result')} END AS verdict,
                ${lastAsked('rating')}::int AS rating
         FROM case_site k
         JOIN case_timeline_entry first ON first.case_id = k.case_id AND first.type = 'complaints.complaint-recorded.v1'
         JOIN case_timeline_entry e ON e.case_id = k.case_id AND ${counts}
         WHERE ${inPeriod('first.happened_at', 'k.site_id')} AND ${shield.sql} AND ${access.sql} AND NOT ${isMergedComplaint('k.case_id')}
         GROUP BY k.case_id, k.site_id, first.data, first.happened_at),
       complaint AS (
         SELECT ${groups[groupBy]} AS "group", counted.*, ${inTime('solved_at', 'solved_by')} AS solved_in_time,
                ${isLate('contact_missed', 'contacted_at')} AS contact_late, ${isLate('reply_missed', 'replied_at')} AS reply_late
         FROM counted CROSS JOIN LATERAL (${moved}) moved),
       promised AS (
         SELECT c."group", min(e.happened_at) FILTER (WHERE ${resulted}) AS result_at,
                (array_agg(coalesce(e.data ->> 'promisedAt', e.data ->> 'until') ORDER BY e.aggregate_version DESC) FILTER (WHERE ${begun} OR ${extended}))[1]::timestamptz AS promised_at
         FROM complaint c JOIN case_timeline_entry e ON e.case_id = c.case_id AND (${begun} OR ${extended} OR ${resulted})
         GROUP BY c."group", c.case_id, e.data ->> 'round' HAVING count(*) FILTER (WHERE ${begun}) > 0),
       household AS (SELECT site_id, count(*) AS n FROM home WHERE registered_at < $2 AND ${onSites('site_id')} GROUP BY 1)
       SELECT counts.*, dates."datesKept", dates."datesBroken",
              ${rounded(`100.0 * counts.recorded / (SELECT nullif(sum(n), 0) FROM household ${groupBy === 'site' ? 'WHERE site_id::text = counts."group"' : ''})`)} AS "per100Households"
       FROM (
         SELECT "group", count(*)::int AS recorded, count(*) FILTER (WHERE major)::int AS major,
                ${decisions('ours')} AS ours, ${decisions('partly-ours')} AS "partlyOurs", ${decisions('not-ours')} AS "notOurs",
                ${decisions('unfounded')} AS unfounded, count(*) FILTER (WHERE decision IS NULL)::int AS undecided, count(closed_at)::int AS closed,
                count(*) FILTER (WHERE contacted_at IS NOT NULL AND NOT contact_late)::int AS "firstContactOnTime", count(*) FILTER (WHERE contact_late)::int AS "firstContactLate",
                count(*) FILTER (WHERE replied_at IS NOT NULL AND NOT reply_late)::int AS "replyOnTime", count(*) FILTER (WHERE reply_late)::int AS "replyLate",
                count(*) FILTER (WHERE solved_in_time)::int AS "solvedOnTime", count(*) FILTER (WHERE NOT solved_in_time)::int AS "solvedLate",
                count(*) FILTER (WHERE disputed)::int AS disputed, count(*) FILTER (WHERE to_level_1)::int AS "disputedToLevel1",
                count(*) FILTER (WHERE to_level_2)::int AS "disputedToLevel2", count(*) FILTER (WHERE to_final_level)::int AS "disputedToFinalLevel",
                ${verdicts('satisfied')} AS satisfied, ${verdicts('unsatisfied')} AS unsatisfied, ${verdicts('unreachable')} AS unreachable,
                ${rounded('avg(rating)', 2)} AS rating,
                ${quantiles('secondsToFirstContact', 'recorded_at', 'contacted_at')}, ${quantiles('secondsToReply', 'recorded_at', 'replied_at')},
                ${quantiles('secondsToSolve', 'recorded_at', 'solved_at')}, ${quantiles('secondsToClose', 'recorded_at', 'closed_at')}
         FROM complaint GROUP BY 1) counts
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE ${inTime('result_at', 'promised_at')})::int AS "datesKept",
                count(*) FILTER (WHERE NOT ${inTime('result_at', 'promised_at')})::int AS "datesBroken"
         FROM promised WHERE promised."group" IS NOT DISTINCT FROM counts."group") dates
       ORDER BY 1`,
      [...params, ...shield.params, ...access.params],
    );
  }
}
