import { OneOf } from '@property-office/service-kit';
import { complaintGroupings, type ComplaintGrouping } from '../../persistence/complaint-figures';
import { groupingLabel, PeriodQuery } from '../period.query';

export class ReadComplaintStatisticsQuery extends PeriodQuery {
  @OneOf(complaintGroupings, groupingLabel)
  groupBy: ComplaintGrouping = 'none';
}
