import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stateAfter } from '../../domain/errors';
import { Notices } from '../../persistence/notices';
import { slipsOf, unmarkSlips } from '../../persistence/slips';
import { assertKnown, slipsView, type SlipsView } from '../slips.view';
import type { CorrectSlipsDto } from './correct-slips.dto';

/** Slips were marked as left that were not: they are on the print list again, and the ledger keeps both, home by home (G3). Twice is once. */
@Injectable()
export class CorrectSlipsHandler {
  constructor(private readonly notices: Notices) {}

  /** @throws unknown (404), slipUnknown (400), noticeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectSlipsDto): Promise<{ slips: SlipsView; version: number }> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    stateAfter(notice.state, 'correct-slips');
    assertKnown(await slipsOf(tx, id), input.homeIds);
    const homeIds = await unmarkSlips(tx, id, input.homeIds);
    if (homeIds.length > 0) this.notices.advance(tx, notice, act, { kind: 'slips-corrected', homeIds, reason: input.reason });
    return { slips: await slipsView(tx, id), version: notice.version };
  }
}
