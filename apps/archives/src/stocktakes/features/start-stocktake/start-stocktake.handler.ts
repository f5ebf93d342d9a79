import { Injectable } from '@nestjs/common';
import { datedNumber } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { Transaction } from '@property-office/persistence';
import { actOf, type CommandContext } from '@property-office/service-kit';
import { assertColleague, readsRecords } from '../../../persistence/colleagues';
import { mostStocktakeDays, stocktakeErrors } from '../../domain/errors';
import { expectedRecords } from '../../persistence/expected-records';
import { StocktakeClocks } from '../../persistence/stocktake-clocks';
import { Stocktake } from '../../persistence/stocktake.entity';
import { Stocktakes } from '../../persistence/stocktakes';
import type { StartStocktakeDto } from './start-stocktake.dto';

export interface PreparedStocktake {
  id: string;
  sequence: string;
}

const day = 24 * 3_600_000;

/** What the catalogue has now is expected: what whoever starts may not know of, what is destroyed or digital alone is not (W4.4). */
@Injectable()
export class StartStocktakeHandler {
  constructor(
    private readonly stocktakes: Stocktakes,
    private readonly clocks: StocktakeClocks,
  ) {}

  async prepare(): Promise<PreparedStocktake> {
    return { id: newId(), sequence: await this.stocktakes.nextNumber() };
  }

  /** @throws roleMayNot (403), scopeWrong, finishDateWrong, staffUnknown, counterMayNotRead, nothingToCount (400) */
  async execute(tx: Transaction, command: CommandContext, input: StartStocktakeDto, { id, sequence }: PreparedStocktake): Promise<Stocktake> {
    const { siteId, category = null, shelf = null, finishBy, counterIds = [] } = input;
    const act = actOf(tx, command, siteId, input);
    if ((category === null) === (shelf === null)) throw stocktakeErrors.scopeWrong();
    if (finishBy <= tx.now || finishBy.getTime() - tx.now.getTime() > mostStocktakeDays * day) throw stocktakeErrors.finishDateWrong();
    for (const personId of counterIds) {
      await assertColleague(tx, personId, siteId, '/counterIds');
      // All they scan would be unknown.
      if (!(await readsRecords(tx, personId, siteId))) throw stocktakeErrors.counterMayNotRead();
    }
    const expected = await expectedRecords(tx, command.principal, { siteId, category, shelf });
    if (expected.length === 0) throw stocktakeErrors.nothingToCount();
    const stocktake = Object.assign(new Stocktake(), {
      id,
      number: datedNumber('U', tx.now, sequence),
      siteId,
      version: 1,
      state: 'open' as const,
      category,
      shelf,
      finishBy,
      startedBy: act.actor.personId,
      startedFor: act.actor.forPersonId ?? null,
      countedAt: null,
      remarks: null,
      happenedAt: act.happenedAt,
      lastHappenedAt: act.happenedAt,
      recordedAt: tx.now,
      changedAt: tx.now,
    } satisfies Stocktake);
    this.stocktakes.insert(tx, stocktake, act, counterIds, expected);
    await this.clocks.started(tx, stocktake);
    return stocktake;
  }
}
