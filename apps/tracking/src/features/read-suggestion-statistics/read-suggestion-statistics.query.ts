import { OneOf } from '@property-office/service-kit';
import { suggestionGroupings, type SuggestionGrouping } from '../../persistence/suggestion-figures';
import { groupingLabel, PeriodQuery } from '../period.query';

export class ReadSuggestionStatisticsQuery extends PeriodQuery {
  @OneOf(suggestionGroupings, groupingLabel)
  groupBy: SuggestionGrouping = 'none';
}
