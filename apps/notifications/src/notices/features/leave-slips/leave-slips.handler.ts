import { Injectable } from '@nestjs/common';
import { mostSlipsNamed } from '@property-office/contracts';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { Notices } from '../../persistence/notices';
import { leaveSlips, slipsOf } from '../../persistence/slips';
import { assertKnown, slipsView, type SlipsView } from '../slips.view';
import type { LeaveSlipsDto } from './leave-slips.dto';

/** Whoever was at the doors says which slips they left (W2.4). Twice is once. */
@Injectable()
export class LeaveSlipsHandler {
  constructor(private readonly notices: Notices) {}

  /**
   * They are left from the release on, whatever else has happened to the notice by the time somebody says so.
   * @throws unknown (404), slipsUnnamed, slipUnknown (400), noticeMoveIllegal (409), stale (412)
   */
  async execute(tx: Transaction, command: CommandContext, id: string, input: LeaveSlipsDto): Promise<{ slips: SlipsView; version: number }> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input, ({ releasedAt, lastHappenedAt }) => releasedAt ?? lastHappenedAt);
    stateAfter(notice.state, 'leave-slips');
    if ((input.all ?? false) === (input.homeIds !== undefined)) throw noticeErrors.slipsUnnamed();
    const slips = await slipsOf(tx, id);
    assertKnown(slips, input.homeIds ?? []);
    const left = await leaveSlips(tx, id, input.homeIds ?? slips.map(({ homeId }) => homeId), act);
    for (let from = 0; from < left.length; from += mostSlipsNamed)
      this.notices.advance(tx, notice, act, { kind: 'slips-left', homeIds: left.slice(from, from + mostSlipsNamed) });
    return { slips: await slipsView(tx, id), version: notice.version };
  }
}
