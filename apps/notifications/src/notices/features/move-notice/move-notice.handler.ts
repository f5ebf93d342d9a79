import { Injectable } from '@nestjs/common';
import { permissionOf, personsBehind, rolesOf } from '@property-office/access';
import type { Transaction } from '@property-office/persistence';
import { cancelTimer } from '@property-office/timers';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { plainMoves, type PlainMove } from '../../domain/notice-event';
import { releaseTimerKey } from '../../domain/notice-timers';
import { NoticeClocks } from '../../persistence/notice-clocks';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { tellHolders } from '../../persistence/tell-people';

/** Submit, recall, unschedule, discard. Who may approve is told what waits for them. */
@Injectable()
export class MoveNoticeHandler {
  constructor(
    private readonly notices: Notices,
    private readonly clocks: NoticeClocks,
  ) {}

  /** @throws unknown (404), noticeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields, move: PlainMove): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    const state = stateAfter(notice.state, move);
    this.notices.advance(tx, notice, act, { kind: plainMoves[move] }, { state, ...(move === 'submit' && { submittedBy: act.actor.personId, round: notice.round + 1 }), ...(move === 'unschedule' && { releaseAt: null }) });
    if (move === 'recall') await this.clocks.dropApproval(tx, notice, act);
    if (move === 'unschedule') cancelTimer(tx, releaseTimerKey(notice));
    if (move === 'submit') {
      await this.clocks.beginApproval(tx, notice, act.happenedAt);
      const approvers = rolesOf(permissionOf('notifications.approveNotice'));
      await tellHolders(tx, notice, act, 'notice-to-approve', approvers, [...notice.writerIds, ...personsBehind(act.actor)]);
    }
    return notice;
  }
}
