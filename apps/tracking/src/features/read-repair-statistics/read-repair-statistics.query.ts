import { OneOf } from '@property-office/service-kit';
import { groupings, type Grouping } from '../../persistence/repair-figures';
import { groupingLabel, PeriodQuery } from '../period.query';

export class ReadRepairStatisticsQuery extends PeriodQuery {
  @OneOf(groupings, groupingLabel)
  groupBy: Grouping = 'none';
}
