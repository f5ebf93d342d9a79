import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { ReadPromises } from '@property-office/deadlines';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { visibleOf } from '../../../lists/persistence/listed-records';
import { stocktakeErrors } from '../../domain/errors';
import { differencesOf } from '../../persistence/differences';
import { foundRecords, unknownCodes } from '../../persistence/expected-records';
import { ReadStocktakes } from '../../persistence/read-stocktakes';
import { Stocktakes } from '../../persistence/stocktakes';
import { StocktakeDetailView, stocktakeDetailView } from './stocktake-detail.view';

@Controller('api/stocktakes')
export class ReadStocktakeController {
  constructor(
    private readonly database: Database,
    private readonly read: ReadStocktakes,
    private readonly stocktakes: Stocktakes,
    private readonly promises: ReadPromises,
  ) {}

  @Get(':id')
  @Operation('archives.readStocktake', {
    summary: { zh: '查看档案清点', en: 'Read a stocktake' },
    description: { zh: '只计入、列出您可以查看的档案。', en: 'It counts and shows the records that you may see.' },
    ok: 200,
    okBody: StocktakeDetailView,
  })
  async one(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<StocktakeDetailView>> {
    const stocktake = await this.read.one(principal, id);
    if (!stocktake) throw stocktakeErrors.stocktakeUnknown();
    const records = await foundRecords(this.database, stocktake);
    const visible = await visibleOf(this.database, principal, 'archives.readRecord', records.map(({ recordId }) => recordId));
    const unknown = await unknownCodes(this.database, stocktake);
    const found = [...records.filter(({ recordId }) => visible.has(recordId)).map(({ finding }) => finding), ...unknown.map(() => 'unknown' as const)];
    const differences = stocktake.state === 'open' ? [] : await differencesOf(this.database, principal, stocktake);
    const counterIds = await this.stocktakes.countersOf(this.database, id);
    const promises = await this.promises.of({ aggregateId: id, siteId: stocktake.siteId, class: 'stocktake', episode: 1, promises: ['finish-stocktake'] });
    return ok(stocktakeDetailView(stocktake, { counterIds, found, differences, promises }), stocktake.version);
  }
}
