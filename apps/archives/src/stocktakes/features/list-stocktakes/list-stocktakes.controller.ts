import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery } from '@property-office/service-kit';
import { stocktakeStates, type StocktakeState } from '../../domain/stocktake-states';
import { ReadStocktakes } from '../../persistence/read-stocktakes';
import { StocktakeView, stocktakeView } from '../stocktake.view';

export class ListStocktakesQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(stocktakeStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: StocktakeState;
}

export class StocktakePage {
  @ApiProperty({ type: [StocktakeView] })
  items!: StocktakeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/stocktakes')
export class ListStocktakesController {
  constructor(private readonly stocktakes: ReadStocktakes) {}

  @Get()
  @Operation('archives.listStocktakes', { summary: { zh: '档案清点列表', en: 'List stocktakes' }, ok: 200, okBody: StocktakePage })
  async list(@Query() query: ListStocktakesQuery, @Acting() principal: Principal): Promise<Page<StocktakeView>> {
    const { items, nextCursor } = await this.stocktakes.page(principal, query);
    return { items: items.map(stocktakeView), nextCursor };
  }
}
