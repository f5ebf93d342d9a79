import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { explainersOf, standingOf } from '../../persistence/differences';
import { lastSeen } from '../../persistence/scans';
import { StocktakeClocks } from '../../persistence/stocktake-clocks';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';
import type { WithdrawStocktakeDto } from './withdraw-stocktake.dto';

/** Given up: what was scanned and said stays written down; the director, and whoever was asked to do something with it, hear of it. */
@Injectable()
export class WithdrawStocktakeHandler {
  constructor(
    private readonly stocktakes: Stocktakes,
    private readonly clocks: StocktakeClocks,
  ) {}

  /** @throws stocktakeUnknown (404), stocktakeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { reason, ...input }: WithdrawStocktakeDto): Promise<Stocktake> {
    const { stocktake, act, state } = await this.stocktakes.lockForMove(tx, command, id, 'withdraw', input, lastSeen);
    const asked = { counterIds: await this.stocktakes.countersOf(tx, id), explainers: explainersOf(await standingOf(tx, stocktake)) };
    this.stocktakes.advance(tx, stocktake, act, { kind: 'withdrawn', ...asked }, { state, remarks: reason });
    await this.clocks.withdrawn(tx, stocktake, act.happenedAt);
    return stocktake;
  }
}
