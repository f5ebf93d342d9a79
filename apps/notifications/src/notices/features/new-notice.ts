import { personsBehind } from '@property-office/access';
import { liesAhead } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import type { Act } from '@property-office/service-kit';
import { noticeErrors } from '../domain/errors';
import type { NoticeContent } from '../domain/notice-content';
import { columnsOf } from '../persistence/notices';
import { Notice } from '../persistence/notice.entity';

/** What tells one edition from another when it is made. */
export type NewNotice = Pick<Notice, 'id' | 'number' | 'siteId'> & Partial<Notice>;

/** A draft by whoever acts. @throws validityNotAhead (400) */
export function newNotice(tx: Transaction, act: Act, content: NoticeContent, of: NewNotice): Notice {
  assertValidAhead(content, tx.now);
  return Object.assign(new Notice(), {
    edition: 1,
    version: 1,
    state: 'draft',
    lane: 'reviewed',
    template: null,
    writerIds: personsBehind(act.actor),
    submittedBy: null,
    round: 0,
    remarks: null,
    approvedBy: null,
    approvedAt: null,
    releaseAt: null,
    releasedBy: null,
    releasedAt: null,
    endedAt: null,
    withdrawnBecause: null,
    correctsId: null,
    correctedById: null,
    reviewBy: null,
    reviewedBy: null,
    reviewedAt: null,
    verdict: null,
    reviewRemarks: null,
    reminders: 0,
    remindedAt: null,
    happenedAt: act.happenedAt,
    lastHappenedAt: act.happenedAt,
    recordedAt: tx.now,
    changedAt: tx.now,
    ...columnsOf(of.number, content),
    ...of,
  });
}

/** @throws validityNotAhead (400) */
export function assertValidAhead({ validUntil }: NoticeContent, now: Date): void {
  if (validUntil !== null && !liesAhead(new Date(validUntil), now)) throw noticeErrors.validityNotAhead();
}
