import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadNoticeFigures } from '../../persistence/notice-figures';
import { periodOf } from '../period.query';
import { NoticeStatisticsView } from './notice-figures.view';
import { ReadNoticeStatisticsQuery } from './read-notice-statistics.query';

@Controller('api/statistics')
export class ReadNoticeStatisticsController {
  constructor(private readonly figures: ReadNoticeFigures) {}

  @Get('notices')
  @Operation('tracking.readNoticeStatistics', {
    summary: { zh: '公告统计', en: 'Figures of notices' },
    description: {
      zh: '发布、更正、撤回、提醒、张贴任务和夜间复核的数量与及时率；送达、已读和确认见 /api/statistics/notice-reach。',
      en: 'How much was published, corrected, withdrawn, posted and reviewed, and how promptly. Who was reached and has read it: /api/statistics/notice-reach.',
    },
    ok: 200,
    okBody: NoticeStatisticsView,
  })
  async read(@Query() query: ReadNoticeStatisticsQuery, @Acting() principal: Principal): Promise<NoticeStatisticsView> {
    return { items: await this.figures.of(principal, periodOf(query), query.groupBy) };
  }
}
