import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { noticeErrors, stateAfter } from '../../domain/errors';
import { Notices } from '../../persistence/notices';
import { correctedHomes, slipsOf, unmarkSlips } from '../../persistence/slips';
import { assertKnown, slipsView, type SlipsView } from '../slips.view';
import type { CorrectSlipsDto } from './correct-slips.dto';

/** Slips were marked as left that were not: they are on the print list again, and the ledger keeps both, home by home (G3). Twice is once. */
@Injectable()
export class CorrectSlipsHandler {
  constructor(private readonly notices: Notices) {}

  /** @throws unknown (404), slipUnknown, slipNotLeft (400), noticeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: CorrectSlipsDto): Promise<{ slips: SlipsView; version: number }> {
    const { notice, act } = await this.notices.lockForAct(tx, command, id, input);
    stateAfter(notice.state, 'correct-slips');
    const slips = await slipsOf(tx, id);
    assertKnown(slips, input.homeIds);
    const wereLeft = new Set([...slips.filter(({ leftAt }) => leftAt !== null).map(({ homeId }) => homeId), ...(await correctedHomes(tx, id))]);
    const neverLeft = input.homeIds.findIndex((homeId) => !wereLeft.has(homeId));
    if (neverLeft >= 0) throw noticeErrors.slipNotLeft(neverLeft);
    const homeIds = await unmarkSlips(tx, id, input.homeIds);
    if (homeIds.length > 0) this.notices.advance(tx, notice, act, { kind: 'slips-corrected', homeIds, reason: input.reason });
    return { slips: await slipsView(tx, id), version: notice.version };
  }
}
