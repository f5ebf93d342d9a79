import { OneOf } from '@property-office/service-kit';
import { noticeGroupings, type NoticeGrouping } from '../../persistence/notice-figures';
import { groupingLabel, PeriodQuery } from '../period.query';

export class ReadNoticeStatisticsQuery extends PeriodQuery {
  @OneOf(noticeGroupings, groupingLabel)
  groupBy: NoticeGrouping = 'none';
}
