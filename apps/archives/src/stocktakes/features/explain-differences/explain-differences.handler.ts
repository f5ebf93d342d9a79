import { Injectable } from '@nestjs/common';
import type { Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { stocktakeErrors } from '../../domain/errors';
import { differencesOf, explainersOf, isUnexplained, keepExplanations, standingOf } from '../../persistence/differences';
import type { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';
import type { ExplainDifferencesDto } from './explain-differences.dto';

/** Why something differs, and whether its shelf is to be corrected; one that nobody has approved yet may be explained anew. */
@Injectable()
export class ExplainDifferencesHandler {
  constructor(private readonly stocktakes: Stocktakes) {}

  /** @throws stocktakeUnknown, differenceUnknown (404), shelfNotCorrectable (400), stocktakeMoveIllegal, nothingToExplain (409), stale (412) */
  async execute(tx: Transaction, command: CommandContext, id: string, { differenceIds, explanation, correctShelf = false, ...input }: ExplainDifferencesDto): Promise<Stocktake> {
    const { stocktake, act, state } = await this.stocktakes.lockForMove(tx, command, id, 'explain', input);
    const visible = await differencesOf(tx, command.principal, stocktake);
    if (differenceIds?.some((each) => !visible.some((difference) => difference.id === each))) throw stocktakeErrors.differenceUnknown();
    const chosen = visible.filter((difference) => differenceIds?.includes(difference.id) ?? isUnexplained(difference));
    if (chosen.length === 0 || chosen.some(({ approved }) => approved === true)) throw stocktakeErrors.nothingToExplain();
    if (correctShelf && chosen.some(({ kind }) => kind !== 'misplaced')) throw stocktakeErrors.shelfNotCorrectable();
    keepExplanations(tx, act, chosen, explanation, correctShelf);
    const standing = await standingOf(tx, stocktake);
    const whole = !standing.some(isUnexplained);
    this.stocktakes.advance(tx, stocktake, act, { kind: 'explained', differenceIds: chosen.map((each) => each.id), whole, explainers: explainersOf(standing) }, { state });
    return stocktake;
  }
}
