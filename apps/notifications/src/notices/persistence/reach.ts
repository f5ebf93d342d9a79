import { Injectable } from '@nestjs/common';
import { sitesAnsweredFor } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { deliveryKey } from './recipients';

export const groupings = ['none', 'site', 'kind', 'month'] as const;
export type Grouping = (typeof groupings)[number];

export interface Period {
  from: Date;
  to: Date;
  siteId?: string;
}

/**
 * How far the notices released in a period came, by group: what rows about persons say and no event does. A person counts once
 * for each notice. How much was published, corrected and posted, and how promptly, counts tracking from the events.
 */
export interface Reach {
  group: string | null;
  /** What the others are shares of. */
  released: number;
  people: number;
  delivered: number;
  read: number;
  /** Who was asked to acknowledge, and did. */
  asked: number;
  acknowledged: number;
  slips: number;
  slipsLeft: number;
}

const groupExpressions: Record<Grouping, string> = {
  none: 'NULL::text',
  site: 'site_id::text',
  kind: 'kind',
  month: `to_char(released_at AT TIME ZONE zone, 'YYYY-MM')`,
};

/** Counted from the rows of recipients, deliveries, readers and slips: nothing is kept beside them. */
@Injectable()
export class ReachOfNotices {
  constructor(private readonly database: Database) {}

  /** Of the sites the principal answers for. */
  async of(principal: Principal, { from, to, siteId }: Period, groupBy: Grouping): Promise<Reach[]> {
    const { everywhere, siteIds } = sitesAnsweredFor(principal, 'notifications.readNoticeReach', siteId);
    return this.database.query<Reach & Record<string, unknown>>(
      `WITH out AS (
         SELECT n.id, n.site_id, n.kind, n.released_at, (n.content::jsonb ->> 'acknowledge')::boolean AS asks, coalesce(s.time_zone, 'UTC') AS zone
         FROM notice n LEFT JOIN notice_place s ON s.id = n.site_id
         WHERE n.released_at >= $1 AND n.released_at < $2 AND ($3 OR n.site_id = ANY ($4::uuid[])) AND ($5::uuid IS NULL OR n.site_id = $5)),
       told AS (
         SELECT r.notice_id, r.person_id, bool_or(r.channel = 'in-app' OR d.state IS NOT DISTINCT FROM 'sent') AS delivered
         FROM out JOIN notice_recipient r ON r.notice_id = out.id
         LEFT JOIN delivery d ON d.business_key = ${deliveryKey("' || r.channel || '", 'r.notice_id::text', 'r.person_id')}
         GROUP BY r.notice_id, r.person_id),
       people AS (
         SELECT t.notice_id, count(*) AS people, count(*) FILTER (WHERE t.delivered) AS delivered, count(a.read_at) AS read, count(a.acknowledged_at) AS acknowledged
         FROM told t LEFT JOIN notice_reader a USING (notice_id, person_id) GROUP BY t.notice_id),
       slips AS (SELECT notice_id, count(*) AS slips, count(left_at) AS slips_left FROM notice_slip GROUP BY notice_id)
       SELECT ${groupExpressions[groupBy]} AS "group", count(*)::int AS released,
         ${['people', 'delivered', 'read', 'acknowledged', 'slips'].map(sum).join(', ')},
         coalesce(sum(slips_left), 0)::int AS "slipsLeft", coalesce(sum(people) FILTER (WHERE asks), 0)::int AS asked
       FROM out LEFT JOIN people ON people.notice_id = out.id LEFT JOIN slips ON slips.notice_id = out.id
       GROUP BY 1 ORDER BY 1`,
      [from, to, everywhere, siteIds, siteId ?? null],
    );
  }
}

function sum(column: string): string {
  return `coalesce(sum(${column}), 0)::int AS ${column}`;
}
