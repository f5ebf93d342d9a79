import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { keepDecisions } from '../../persistence/differences';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';
import { undecided } from '../deciding';
import type { ReturnExplanationsDto } from './return-explanations.dto';

/** Not good enough: whoever explained it says more, or somebody looks again. What was said stays written down. */
@Injectable()
export class ReturnExplanationsHandler {
  constructor(private readonly stocktakes: Stocktakes) {}

  /** @throws stocktakeUnknown, differenceUnknown (404), explainedByYou (403), stocktakeMoveIllegal, nothingToApprove (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { differenceIds, reason, ...input }: ReturnExplanationsDto): Promise<Stocktake> {
    const { stocktake, act, state } = await this.stocktakes.lockForMove(tx, command, id, 'return', input);
    const chosen = await undecided(tx, command, act, stocktake, differenceIds);
    keepDecisions(tx, act, chosen, reason);
    const explainedBy = [...new Set(chosen.map((each) => each.explainedBy!))];
    this.stocktakes.advance(tx, stocktake, act, { kind: 'returned', differenceIds: chosen.map((each) => each.id), explainedBy }, { state });
    return stocktake;
  }
}
