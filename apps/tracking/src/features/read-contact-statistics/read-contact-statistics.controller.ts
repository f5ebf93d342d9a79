import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadContactFigures } from '../../persistence/contact-figures';
import { periodOf } from '../period.query';
import { ContactStatisticsView } from './contact-figures.view';
import { ReadContactStatisticsQuery } from './read-contact-statistics.query';

@Controller('api/statistics')
export class ReadContactStatisticsController {
  constructor(private readonly figures: ReadContactFigures) {}

  @Get('contacts')
  @Operation('tracking.readContactStatistics', {
    summary: { zh: '来电来访统计', en: 'Figures of contacts' },
    ok: 200,
    okBody: ContactStatisticsView,
  })
  async read(@Query() query: ReadContactStatisticsQuery, @Acting() principal: Principal): Promise<ContactStatisticsView> {
    return { items: await this.figures.of(principal, periodOf(query), query.groupBy) };
  }
}
