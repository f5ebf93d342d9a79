import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { ActFields, CommandContext } from '@property-office/service-kit';
import { differencesIn, explainersOf, isUnexplained, keepDifferences, standingOf } from '../../persistence/differences';
import { foundRecords, unknownCodes } from '../../persistence/expected-records';
import { lastSeen } from '../../persistence/scans';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';

/** What differs from the catalogue is fixed, until somebody goes on counting (W4.4). */
@Injectable()
export class FinishCountingHandler {
  constructor(private readonly stocktakes: Stocktakes) {}

  /** @throws stocktakeUnknown (404), stocktakeMoveIllegal (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Stocktake> {
    const { stocktake, act, state } = await this.stocktakes.lockForMove(tx, command, id, 'finish', input, lastSeen);
    const records = await foundRecords(tx, stocktake);
    const differences = differencesIn(records, await unknownCodes(tx, stocktake));
    await keepDifferences(tx, stocktake, differences);
    const standing = await standingOf(tx, stocktake);
    const unexplained = standing.filter(isUnexplained).length;
    const found = records.filter(({ finding }) => finding === 'found').length;
    this.stocktakes.advance(tx, stocktake, act, { kind: 'counted', found, differences: differences.length, unexplained, explainers: explainersOf(standing) }, { state, countedAt: tx.now });
    return stocktake;
  }
}
