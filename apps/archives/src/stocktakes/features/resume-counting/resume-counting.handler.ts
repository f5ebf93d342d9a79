import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';

/** Counting goes on where it was left: with all that was scanned, and what was said of differences that turn out the same. */
@Injectable()
export class ResumeCountingHandler {
  constructor(private readonly stocktakes: Stocktakes) {}

  /** @throws stocktakeUnknown (404), stocktakeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Stocktake> {
    const { stocktake, act, state } = await this.stocktakes.lockForMove(tx, command, id, 'resume', input);
    this.stocktakes.advance(tx, stocktake, act, { kind: 'resumed', counterIds: await this.stocktakes.countersOf(tx, id) }, { state });
    return stocktake;
  }
}
