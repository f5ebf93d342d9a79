import { ActFields, Id, Nested, OneOf, Text } from '@property-office/service-kit';
import { LocationDto } from '../report-repair/report-repair.dto';

/** What is wrong, as it should have been; what is left out stays. */
export class CorrectRepairDto extends ActFields {
  @Text({ label: { zh: '报修类别', en: 'category' }, max: 50, optional: true })
  category?: string;

  @Nested(() => LocationDto, { label: { zh: '报修地点', en: 'location' }, optional: true })
  location?: LocationDto;

  @OneOf(['normal', 'urgent'], { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: 'normal' | 'urgent';

  @Text({ label: { zh: '问题描述', en: 'description' }, max: 2000, multiline: true, optional: true })
  description?: string;

  @Id({ label: { zh: '报修人', en: 'reporter' }, optional: true })
  reporterId?: string;

  @Text({ label: { zh: '更正原因', en: 'reason for the correction' }, max: 1000, multiline: true })
  reason!: string;
}
