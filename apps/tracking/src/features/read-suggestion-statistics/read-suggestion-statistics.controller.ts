import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadSuggestionFigures } from '../../persistence/suggestion-figures';
import { periodOf } from '../period.query';
import { SuggestionStatisticsView } from './suggestion-figures.view';
import { ReadSuggestionStatisticsQuery } from './read-suggestion-statistics.query';

@Controller('api/statistics')
export class ReadSuggestionStatisticsController {
  constructor(private readonly figures: ReadSuggestionFigures) {}

  @Get('suggestions')
  @Operation('tracking.readSuggestionStatistics', {
    summary: { zh: '建议统计', en: 'Figures of suggestions' },
    ok: 200,
    okBody: SuggestionStatisticsView,
  })
  async read(@Query() query: ReadSuggestionStatisticsQuery, @Acting() principal: Principal): Promise<SuggestionStatisticsView> {
    return { items: await this.figures.of(principal, periodOf(query), query.groupBy) };
  }
}
