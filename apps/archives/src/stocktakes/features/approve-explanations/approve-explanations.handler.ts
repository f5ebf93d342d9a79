import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { keepDecisions, standingOf } from '../../persistence/differences';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';
import { undecided } from '../deciding';
import type { DifferencesDto } from '../differences.dto';

/** The director, or who stands in for them, and never who explained it, by person (W4.4, G1). */
@Injectable()
export class ApproveExplanationsHandler {
  constructor(private readonly stocktakes: Stocktakes) {}

  /** @throws stocktakeUnknown, differenceUnknown (404), explainedByYou (403), stocktakeMoveIllegal, nothingToApprove (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { differenceIds, ...input }: DifferencesDto): Promise<Stocktake> {
    const { stocktake, act, state } = await this.stocktakes.lockForMove(tx, command, id, 'approve', input);
    const chosen = await undecided(tx, command, act, stocktake, differenceIds);
    keepDecisions(tx, act, chosen, null);
    const whole = (await standingOf(tx, stocktake)).every(({ approved }) => approved === true);
    this.stocktakes.advance(tx, stocktake, act, { kind: 'approved', differenceIds: chosen.map((each) => each.id), whole }, { state });
    return stocktake;
  }
}
