import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { trackingErrors } from '../../domain/errors';
import { ReadRepairFigures } from '../../persistence/repair-figures';
import { RepairStatisticsView } from './repair-figures.view';
import { ReadRepairStatisticsQuery } from './read-repair-statistics.query';

const longestPeriodMs = 366 * 24 * 60 * 60 * 1_000;

@Controller('api/statistics')
export class ReadRepairStatisticsController {
  constructor(private readonly figures: ReadRepairFigures) {}

  @Get('repairs')
  @Operation('tracking.readRepairStatistics', {
    summary: { zh: '报修统计', en: 'Figures of repair requests' },
    ok: 200,
    okBody: RepairStatisticsView,
  })
  async read(@Query() { from, to, siteId, groupBy }: ReadRepairStatisticsQuery, @Acting() principal: Principal): Promise<RepairStatisticsView> {
    const length = to.getTime() - from.getTime();
    if (length <= 0 || length > longestPeriodMs) throw trackingErrors.periodImpossible();
    return { items: await this.figures.of(principal, { from, to, ...(siteId && { siteId }) }, groupBy) };
  }
}
