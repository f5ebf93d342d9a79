import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { noticeErrors } from '../../domain/errors';
import { ReachOfNotices } from '../../persistence/reach';
import { ReadReachQuery } from './read-reach.query';
import { NoticeReachList } from './reach.view';

const longestPeriodMs = 366 * 24 * 3_600_000;

@Controller('api/statistics')
export class ReadReachController {
  constructor(private readonly reach: ReachOfNotices) {}

  @Get('notice-reach')
  @Operation('notifications.readNoticeReach', {
    summary: { zh: '公告触达统计', en: 'Figures of how far notices reach' },
    description: {
      zh: '送达、已读、确认和入户通知单；发布、更正、撤回和张贴任务的数量与及时率见 /api/statistics/notices。',
      en: 'Who was reached, has read and acknowledged. How much was published, corrected, withdrawn and posted, and how promptly: /api/statistics/notices.',
    },
    ok: 200,
    okBody: NoticeReachList,
  })
  async read(@Query() { from, to, siteId, groupBy }: ReadReachQuery, @Acting() principal: Principal): Promise<NoticeReachList> {
    const length = to.getTime() - from.getTime();
    if (length <= 0 || length > longestPeriodMs) throw noticeErrors.periodImpossible();
    return { items: await this.reach.of(principal, { from, to, ...(siteId && { siteId }) }, groupBy) };
  }
}
