import { Injectable } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { commonGroupings, commonGroups, inPeriod, periodParams, zoneOf, type Period } from './figure-sql';

export const noticeGroupings = [...commonGroupings, 'kind', 'lane', 'channel', 'building'] as const;
export type NoticeGrouping = (typeof noticeGroupings)[number];

/**
 * Figures of the notices released in a period, by group (W2.4). A notice that went out over three channels is in three
 * groups of `channel`; homes and residents of a group of `building` are those of the building alone. Homes and residents
 * are counted once for each notice, by who lived there when it was released. Who read it is in no event, nor what came of an e-mail
 * or a message: notice-reach of notifications says it, which counts nothing that is counted here but the releases themselves.
 */
export interface NoticeFigures {
  group: string | null;
  released: number;
  atNight: number;
  corrected: number;
  withdrawn: number;
  homes: number;
  /** Homes where somebody was told in the portal: the rest are for the other channels, or a slip under the door. */
  homesToldInPortal: number;
  residents: number;
  residentsToldInPortal: number;
  /** Rounds of reminders, and how many people had not read it at the last of each notice. */
  reminders: number;
  unreadAtLastReminder: number;
  tasksSet: number;
  tasksDone: number;
  tasksDoneOnTime: number;
  tasksCancelled: number;
  /** Of those released at night. */
  reviewed: number;
  reviewedOnTime: number;
  objected: number;
}

const groups: Record<NoticeGrouping, string> = {
  ...commonGroups('released_at'),
  kind: 'kind',
  lane: 'lane',
  channel: 'via.channel',
  building: 'reach.part::text',
};

const is = (fact: string): string => `e.type = 'notifications.notice-${fact}.v1'`;
const addressed = (home: string): string =>
  `${home}.site_id = n.site_id AND (n.whole_site OR ARRAY[${home}.home_id, ${home}.entrance_id, ${home}.building_id] && n.places)`;

/** A projection of its own, made again from the ledgers of notifications and directory. */
@Injectable()
export class ReadNoticeFigures {
  constructor(private readonly database: Database) {}

  /** Of the sites the principal answers for. */
  async of(principal: Principal, period: Period, groupBy: NoticeGrouping): Promise<NoticeFigures[]> {
    const part = groupBy === 'building' ? 'h.building_id' : 'NULL::uuid';
    return this.database.query<NoticeFigures & Record<string, unknown>>(
      `WITH notice AS (
         SELECT r.notice_id, r.site_id, ${zoneOf('r.site_id')} AS zone, r.happened_at AS released_at, r.data ->> 'kind' AS kind, r.data ->> 'lane' AS lane,
                r.data -> 'channels' AS channels, r.data -> 'channels' ? 'in-app' AS in_portal,
                r.data -> 'audience' @> '[{"scope": "site"}]' AS whole_site,
                ARRAY(SELECT (target ->> 'placeId')::uuid FROM jsonb_array_elements(r.data -> 'audience') target WHERE target ->> 'placeId' IS NOT NULL) AS places,
                count(*) FILTER (WHERE ${is('corrected')}) > 0 AS corrected, count(*) FILTER (WHERE ${is('withdrawn')}) > 0 AS withdrawn,
                count(*) FILTER (WHERE ${is('reminded')}) AS reminders,
                coalesce((array_agg((e.data ->> 'people')::int ORDER BY (e.data ->> 'round')::int DESC) FILTER (WHERE ${is('reminded')}))[1], 0) AS unread,
                min(e.happened_at) FILTER (WHERE ${is('reviewed')}) AS reviewed_at, (r.data ->> 'reviewBy')::timestamptz AS review_by,
                count(*) FILTER (WHERE ${is('reviewed')} AND e.data ->> 'verdict' = 'objected') > 0 AS objected
         FROM notice_entry r JOIN notice_entry e ON e.notice_id = r.notice_id
         WHERE r.type = 'notifications.notice-released.v1' AND ${inPeriod('r.happened_at', 'r.site_id')}
         GROUP BY r.event_id),
       task AS (
         SELECT n.notice_id, count(*) AS tasks, count(done.happened_at) AS done,
                count(*) FILTER (WHERE done.happened_at <= (e.data ->> 'dueAt')::timestamptz) AS on_time, count(off.happened_at) AS cancelled
         FROM notice n JOIN notice_entry e ON e.notice_id = n.notice_id AND ${is('task-set')}
         LEFT JOIN notice_entry done ON done.notice_id = n.notice_id AND done.aggregate_id = e.aggregate_id AND done.type = 'notifications.notice-task-done.v1'
         LEFT JOIN notice_entry off ON off.notice_id = n.notice_id AND off.aggregate_id = e.aggregate_id AND off.type = 'notifications.notice-task-cancelled.v1'
         GROUP BY 1),
       signing_in AS (
         SELECT person_id, range_agg(tstzrange(opened_at, closed_at)) AS spans
         FROM account_span WHERE opened_at < coalesce(closed_at, 'infinity') GROUP BY 1),
       -- Spans are cut to the period: what does not change in it is alike, and counted together for each notice.
       living AS MATERIALIZED (
         SELECT h.*, span, coalesce(spans, '{}') * span::tstzmultirange AS portal_spans,
                CASE WHEN count(*) OVER (PARTITION BY h.site_id, t.person_id) > 1 THEN t.person_id END AS of_several_homes
         FROM home h JOIN home_tie t USING (home_id) LEFT JOIN signing_in USING (person_id)
         CROSS JOIN LATERAL (SELECT greatest(t.starts_at, h.registered_at) AS since) moved
         CROSS JOIN LATERAL (SELECT tstzrange(since, CASE WHEN t.ends_at IS NOT NULL THEN greatest(t.ends_at, since) END) * tstzrange($1, $2) AS span) lived
         WHERE h.site_id IN (SELECT site_id FROM notice)),
       addressed_home AS (SELECT unnest(places) AS home_id FROM notice),
       alike_homes AS MATERIALIZED (
         SELECT site_id, building_id, entrance_id, a.home_id, tstzrange(registered_at, NULL) * tstzrange($1, $2) AS span, coalesce(spans, '{}') AS portal_spans, count(*) AS n
         FROM home h LEFT JOIN (SELECT DISTINCT home_id FROM addressed_home) a USING (home_id)
         LEFT JOIN (SELECT home_id, range_agg(portal_spans) AS spans FROM living GROUP BY 1) told ON told.home_id = h.home_id
         WHERE site_id IN (SELECT site_id FROM notice) GROUP BY 1, 2, 3, 4, 5, 6),
       alike_people AS MATERIALIZED (
         SELECT site_id, building_id, entrance_id, a.home_id, span, portal_spans, of_several_homes, count(*) AS n
         FROM living LEFT JOIN (SELECT DISTINCT home_id FROM addressed_home) a USING (home_id) GROUP BY 1, 2, 3, 4, 5, 6, 7),
       homes AS (
         SELECT n.notice_id, ${part} AS part, sum(h.n) AS homes, coalesce(sum(h.n) FILTER (WHERE n.in_portal AND h.portal_spans @> n.released_at), 0) AS homes_told
         FROM notice n JOIN alike_homes h ON h.span @> n.released_at AND ${addressed('h')} GROUP BY 1, 2),
       -- Each person once, who may live in several homes that a notice is for.
       people AS (
         SELECT notice_id, part, sum(CASE WHEN of_several_homes IS NULL THEN people ELSE 1 END) AS people,
                sum(CASE WHEN of_several_homes IS NULL THEN told ELSE least(told, 1) END) AS people_told
         FROM (
           SELECT n.notice_id, ${part} AS part, h.of_several_homes, sum(h.n) AS people,
                  coalesce(sum(h.n) FILTER (WHERE n.in_portal AND h.portal_spans @> n.released_at), 0) AS told
           FROM notice n JOIN alike_people h ON h.span @> n.released_at AND ${addressed('h')} GROUP BY 1, 2, 3) each_home
         GROUP BY 1, 2),
       reach AS (
         SELECT homes.*, coalesce(people.people, 0) AS people, coalesce(people.people_told, 0) AS people_told
         FROM homes LEFT JOIN people ON people.notice_id = homes.notice_id AND people.part IS NOT DISTINCT FROM homes.part)
       SELECT ${groups[groupBy]} AS "group", count(*)::int AS released, count(*) FILTER (WHERE lane = 'night')::int AS "atNight",
              count(*) FILTER (WHERE corrected)::int AS corrected, count(*) FILTER (WHERE withdrawn)::int AS withdrawn,
              coalesce(sum(reach.homes), 0)::int AS homes, coalesce(sum(reach.homes_told), 0)::int AS "homesToldInPortal",
              coalesce(sum(reach.people), 0)::int AS residents, coalesce(sum(reach.people_told), 0)::int AS "residentsToldInPortal",
              sum(reminders)::int AS reminders, sum(unread)::int AS "unreadAtLastReminder",
              coalesce(sum(tasks), 0)::int AS "tasksSet", coalesce(sum(done), 0)::int AS "tasksDone",
              coalesce(sum(on_time), 0)::int AS "tasksDoneOnTime", coalesce(sum(cancelled), 0)::int AS "tasksCancelled",
              count(reviewed_at)::int AS reviewed, count(*) FILTER (WHERE reviewed_at <= review_by)::int AS "reviewedOnTime",
              count(*) FILTER (WHERE objected)::int AS objected
       FROM notice
       ${groupBy === 'building' ? 'JOIN' : 'LEFT JOIN'} reach USING (notice_id)
       LEFT JOIN task USING (notice_id)
       ${groupBy === 'channel' ? 'CROSS JOIN LATERAL jsonb_array_elements_text(channels) AS via (channel)' : ''}
       GROUP BY 1 ORDER BY 1`,
      periodParams(principal, 'tracking.readNoticeStatistics', period),
    );
  }
}
