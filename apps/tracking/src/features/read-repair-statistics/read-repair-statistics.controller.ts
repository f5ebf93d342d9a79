import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadRepairFigures } from '../../persistence/repair-figures';
import { periodOf } from '../period.query';
import { RepairStatisticsView } from './repair-figures.view';
import { ReadRepairStatisticsQuery } from './read-repair-statistics.query';

@Controller('api/statistics')
export class ReadRepairStatisticsController {
  constructor(private readonly figures: ReadRepairFigures) {}

  @Get('repairs')
  @Operation('tracking.readRepairStatistics', {
    summary: { zh: '报修统计', en: 'Figures of repair requests' },
    ok: 200,
    okBody: RepairStatisticsView,
  })
  async read(@Query() query: ReadRepairStatisticsQuery, @Acting() principal: Principal): Promise<RepairStatisticsView> {
    return { items: await this.figures.of(principal, periodOf(query), query.groupBy) };
  }
}
