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
 * or a message: the figures of each notice, which notifications keeps, say it.
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
const inPortal = (person: string, at: string): string =>
  `EXISTS (SELECT 1 FROM account_span a WHERE a.person_id = ${person} AND a.opened_at <= ${at} AND (a.closed_at IS NULL OR a.closed_at > ${at}))`;

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
       addressed AS (
         SELECT n.notice_id, ${part} AS part, h.home_id, n.released_at, n.in_portal
         FROM notice n JOIN home h ON h.site_id = n.site_id AND h.registered_at <= n.released_at
         WHERE n.whole_site OR ARRAY[h.home_id, h.entrance_id, h.building_id] && n.places),
       resident AS (
         SELECT d.notice_id, d.part, d.home_id, t.person_id, d.in_portal AND ${inPortal('t.person_id', 'd.released_at')} AS told
         FROM addressed d JOIN home_tie t ON t.home_id = d.home_id AND t.starts_at <= d.released_at AND (t.ends_at IS NULL OR t.ends_at > d.released_at)),
       reach AS (
         SELECT homes.*, coalesce(living.homes_told, 0) AS homes_told, coalesce(living.people, 0) AS people, coalesce(living.people_told, 0) AS people_told
         FROM (SELECT notice_id, part, count(*) AS homes FROM addressed GROUP BY 1, 2) homes
         LEFT JOIN (
           SELECT notice_id, part, count(DISTINCT home_id) FILTER (WHERE told) AS homes_told, count(DISTINCT person_id) AS people,
                  count(DISTINCT person_id) FILTER (WHERE told) AS people_told
           FROM resident GROUP BY 1, 2) living ON living.notice_id = homes.notice_id AND living.part IS NOT DISTINCT FROM homes.part)
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
