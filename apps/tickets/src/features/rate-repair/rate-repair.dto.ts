import { mostStars } from '@property-office/contracts';
import { ActFields, Text, WholeNumber } from '@property-office/service-kit';

export class RateRepairDto extends ActFields {
  @WholeNumber({ label: { zh: '评分', en: 'rating' }, min: 1, max: mostStars })
  rating!: number;

  @Text({ label: { zh: '评价内容', en: 'words' }, max: 1000, multiline: true, optional: true })
  words?: string;
}
