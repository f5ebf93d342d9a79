import { Injectable } from '@nestjs/common';
import { personsBehind } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { hashOf } from '../../domain/notice-content';
import { NoticeClocks } from '../../persistence/notice-clocks';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { tellPeople } from '../../persistence/tell-people';
import type { ApproveNoticeDto } from './approve-notice.dto';

/** Somebody else approves a text by its hash, which freezes it: what is released later is what has this hash (W2.4, G1). */
@Injectable()
export class ApproveNoticeHandler {
  constructor(
    private readonly notices: Notices,
    private readonly clocks: NoticeClocks,
  ) {}

  /** @throws unknown (404), approvalNeedsAnother (403), noticeMoveIllegal, textChanged (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ApproveNoticeDto): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    const state = stateAfter(notice.state, 'approve');
    const wrote = personsBehind(act.actor).some((personId) => notice.writerIds.includes(personId));
    if (wrote || !(await this.notices.isNotOf(tx, notice, act.actor, 'notice-submitted'))) throw noticeErrors.approvalNeedsAnother();
    if (input.contentHash !== notice.contentHash || hashOf(notice.content) !== notice.contentHash) throw noticeErrors.textChanged();
    this.notices.advance(tx, notice, act, { kind: 'approved' }, { state, approvedBy: act.actor.personId, approvedAt: tx.now, remarks: null });
    tellPeople(tx, notice, act, 'notice-approved', notice.writerIds);
    await this.clocks.keepApproval(tx, notice, act);
    return notice;
  }
}
