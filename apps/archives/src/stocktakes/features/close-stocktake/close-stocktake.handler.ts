import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { Act, ActFields, CommandContext } from '@property-office/service-kit';
import { lockRecords } from '../../../lists/persistence/listed-records';
import { Records } from '../../../persistence/records';
import { stocktakeErrors } from '../../domain/errors';
import { isUndecided, isUnexplained, standingOf, type Difference } from '../../persistence/differences';
import { StocktakeClocks } from '../../persistence/stocktake-clocks';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';

/** Once another person has approved what was said of each difference; shelves are corrected by rows that name the stocktake (W4.4). */
@Injectable()
export class CloseStocktakeHandler {
  constructor(
    private readonly stocktakes: Stocktakes,
    private readonly clocks: StocktakeClocks,
    private readonly records: Records,
  ) {}

  /** @throws stocktakeUnknown (404), stocktakeMoveIllegal, differencesOpen (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, input: ActFields): Promise<Stocktake> {
    const { stocktake, act, state } = await this.stocktakes.lockForMove(tx, command, id, 'close', input);
    const differences = await standingOf(tx, stocktake);
    const [unexplained, unapproved] = [differences.filter(isUnexplained).length, differences.filter(isUndecided).length];
    if (unexplained + unapproved > 0) throw stocktakeErrors.differencesOpen({ unexplained: String(unexplained), unapproved: String(unapproved) });
    const moved = await this.correctShelves(tx, act, id, differences.filter(({ correctShelf }) => correctShelf === true));
    this.stocktakes.advance(tx, stocktake, act, { kind: 'closed', moved }, { state });
    await this.clocks.closed(tx, stocktake, act.happenedAt);
    return stocktake;
  }

  /** What was moved, destroyed or handed over since it was counted lies where that says. */
  private async correctShelves(tx: Transaction, act: Act, id: string, differences: readonly Difference[]): Promise<string[]> {
    if (differences.length === 0) return [];
    const of = new Map(differences.map((difference) => [difference.recordId!, difference]));
    const moved: string[] = [];
    for (const { state, archiveNumber, destroyed, handedOver } of await lockRecords(tx, [...of.keys()])) {
      const { catalogueShelf, seenShelf } = of.get(state.id)!;
      if (destroyed || handedOver || state.shelf !== catalogueShelf) continue;
      const happenedAt = act.happenedAt > state.lastHappenedAt ? act.happenedAt : state.lastHappenedAt;
      this.records.move(tx, { state, archiveNumber, act: { ...act, happenedAt } }, seenShelf!, id);
      moved.push(state.id);
    }
    return moved;
  }
}
