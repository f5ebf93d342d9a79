import { OneOf } from '@property-office/service-kit';
import { contactGroupings, type ContactGrouping } from '../../persistence/contact-figures';
import { groupingLabel, PeriodQuery } from '../period.query';

export class ReadContactStatisticsQuery extends PeriodQuery {
  @OneOf(contactGroupings, groupingLabel)
  groupBy: ContactGrouping = 'none';
}
