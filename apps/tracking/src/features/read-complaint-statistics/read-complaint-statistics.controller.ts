import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadComplaintFigures } from '../../persistence/complaint-figures';
import { periodOf } from '../period.query';
import { ComplaintStatisticsView } from './complaint-figures.view';
import { ReadComplaintStatisticsQuery } from './read-complaint-statistics.query';

@Controller('api/statistics')
export class ReadComplaintStatisticsController {
  constructor(private readonly figures: ReadComplaintFigures) {}

  @Get('complaints')
  @Operation('tracking.readComplaintStatistics', {
    summary: { zh: '投诉统计', en: 'Figures of complaints' },
    ok: 200,
    okBody: ComplaintStatisticsView,
  })
  async read(@Query() query: ReadComplaintStatisticsQuery, @Acting() principal: Principal): Promise<ComplaintStatisticsView> {
    return { items: await this.figures.of(principal, periodOf(query), query.groupBy) };
  }
}
