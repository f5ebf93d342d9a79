import { ApiProperty } from '@nestjs/swagger';
import { accessCondition } from '@property-office/access';
import type { Principal } from '@property-office/contracts';
import type { ReadNotice } from '../persistence/read-notices';
import { NoticeView, viewOf } from './notice.view';

/** A notice as one person sees it: what passed between its writers and its reader stays with the staff. */
export class ReadNoticeView extends NoticeView {
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt!: string | null;
}

export function readBy(principal: Principal, { notice, reading }: ReadNotice): ReadNoticeView {
  const view = viewOf(notice);
  const outsider = !seesSite(principal, notice.siteId);
  return {
    ...view,
    ...(outsider && { remarks: null, reviewRemarks: null, verdict: null, reviewBy: null, audience: [] }),
    readAt: reading.readAt?.toISOString() ?? null,
    acknowledgedAt: reading.acknowledgedAt?.toISOString() ?? null,
  };
}

/** Whether somebody reads it as one of the staff of its site. */
export function seesSite(principal: Principal, siteId: string): boolean {
  const { sql, params } = accessCondition(principal, { operation: 'notifications.readNotice', right: 'read', objectColumn: 'o', siteColumn: 's' });
  return sql === 'TRUE' || (Array.isArray(params[0]) && sql.includes('s = ANY') && params[0].includes(siteId));
}
