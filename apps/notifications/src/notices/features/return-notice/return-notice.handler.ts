import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { NoticeClocks } from '../../persistence/notice-clocks';
import { Notices } from '../../persistence/notices';
import type { Notice } from '../../persistence/notice.entity';
import { tellPeople } from '../../persistence/tell-people';
import type { ReturnNoticeDto } from './return-notice.dto';

/** Back to whoever wrote it, who is told what to change. */
@Injectable()
export class ReturnNoticeHandler {
  constructor(
    private readonly notices: Notices,
    private readonly clocks: NoticeClocks,
  ) {}

  /** @throws unknown (404), noticeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ReturnNoticeDto): Promise<Notice> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    const state = stateAfter(notice.state, 'return');
    const { remarks } = input;
    this.notices.advance(tx, notice, act, { kind: 'returned', remarks }, { state, remarks });
    tellPeople(tx, notice, act, 'notice-returned', notice.writerIds);
    await this.clocks.keepApproval(tx, notice, act);
    return notice;
  }
}
