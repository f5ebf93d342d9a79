import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { NoticeClocks, waitsForReview } from '../../persistence/notice-clocks';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { tellPeople } from '../../persistence/tell-people';
import type { ReviewNoticeDto } from './review-notice.dto';

/** The director looks at what went out at night; an objection is followed by a withdrawal or correction, as with any notice. */
@Injectable()
export class ReviewNoticeHandler {
  constructor(
    private readonly notices: Notices,
    private readonly clocks: NoticeClocks,
  ) {}

  /** @throws unknown (404), reviewNeedsAnother (403), noReviewOpen (409), objectionNeedsRemarks (400), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReviewNoticeDto): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    if (!waitsForReview(notice)) throw noticeErrors.noReviewOpen();
    if (!(await this.notices.isNotOf(tx, notice, act.actor, 'notice-released'))) throw noticeErrors.reviewNeedsAnother();
    const { verdict, remarks = null } = input;
    if (verdict === 'objected' && remarks === null) throw noticeErrors.objectionNeedsRemarks();
    const changes = { verdict, reviewRemarks: remarks, reviewedBy: act.actor.personId, reviewedAt: tx.now };
    this.notices.advance(tx, notice, act, { kind: 'reviewed', verdict, remarks }, changes);
    if (verdict === 'objected') tellPeople(tx, notice, act, 'notice-objected', [notice.releasedBy!]);
    await this.clocks.keepReview(tx, notice, act);
    return notice;
  }
}
