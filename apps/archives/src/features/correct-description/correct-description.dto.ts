import { Instant, Text } from '@property-office/service-kit';
import { DescriptionFields } from '../description.dto';

/** What is left out stays as it is. */
export class CorrectDescriptionDto extends DescriptionFields {
  @Text({ label: { zh: '更正原因', en: 'reason' }, max: 500, multiline: true })
  reason!: string;

  @Text({ label: { zh: '题名', en: 'title' }, max: 300, optional: true })
  title?: string;

  @Text({ label: { zh: '责任者', en: 'responsible party' }, max: 200, optional: true })
  responsibleParty?: string;

  @Instant({ label: { zh: '形成日期', en: 'date' }, optional: true, description: '档号中的年度不变 / The year in its number stays' })
  datedAt?: Date;
}
