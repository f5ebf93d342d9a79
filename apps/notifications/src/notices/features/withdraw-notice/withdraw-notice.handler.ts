import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { EndNoticeHandler } from '../end-notice/end-notice.handler';
import type { WithdrawNoticeDto } from './withdraw-notice.dto';

/** It holds no longer, or does not go out: with a reason, and whoever was told, by this edition or one it corrected, hears it. */
@Injectable()
export class WithdrawNoticeHandler {
  constructor(
    private readonly notices: Notices,
    private readonly ending: EndNoticeHandler,
  ) {}

  /** @throws unknown (404), noticeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: WithdrawNoticeDto): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    const state = stateAfter(notice.state, 'withdraw');
    await this.ending.withdraw(tx, notice, act, state, input.reason);
    return notice;
  }
}
