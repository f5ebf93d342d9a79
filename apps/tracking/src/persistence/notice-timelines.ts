import { Injectable } from '@nestjs/common';
import { accessCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import type { TimelineLook } from './case-timelines';
import { entryColumns } from './entry-rows';
import { zoneOf } from './figure-sql';
import type { TimelineEntry } from './timelines';

/** What happens to a notice, and to its posting tasks, each under its own id: an answer to an escalation of a task does not say whose it is. */
export const noticeCases = ['notice', 'notice-task'] as const;

/** SQL over the entries `e` of notice `$1`: its own, and those of its tasks, which what figures are counted from knows. */
const ofNotice = `(e.case_type = 'notice' AND e.case_id = $1
  OR e.case_type = 'notice-task' AND e.case_id IN (SELECT t.aggregate_id FROM notice_entry t WHERE t.notice_id = $1))`;

/** Of one instant what happens to the notice comes first: its release, or its end, is why tasks are set and called off. */
const inOrder = 'ORDER BY e.happened_at, e.recorded_at, e.case_type, e.aggregate_version, e.event_id';

/** Timelines of notices (W2.4): one of an edition, with the tasks it brought. */
@Injectable()
export class NoticeTimelines {
  constructor(private readonly database: Database) {}

  lookFor(principal: Principal, noticeId: string): TimelineLook {
    return { read: () => this.read(principal, noticeId), exists: () => this.exists(noticeId) };
  }

  async read(principal: Principal, noticeId: string): Promise<TimelineEntry[]> {
    const access = accessCondition(principal, {
      operation: 'tracking.readNoticeTimeline',
      right: 'read',
      objectColumn: 'e.case_id',
      siteColumn: 'e.site_id',
      firstParam: 2,
    });
    return this.database.query<TimelineEntry & Record<string, unknown>>(
      `SELECT ${entryColumns('e')}, ${zoneOf('e.site_id')} AS "timeZone" FROM case_entry e WHERE ${ofNotice} AND ${access.sql} ${inOrder}`,
      [noticeId, ...access.params],
    );
  }

  private async exists(noticeId: string): Promise<boolean> {
    return (await this.database.query(`SELECT 1 FROM case_entry WHERE case_type = 'notice' AND case_id = $1 LIMIT 1`, [noticeId])).length > 0;
  }
}
