import { ActFields, OneOf, Text, WholeNumber } from '@property-office/service-kit';

export class RecordOutcomeDto extends ActFields {
  @OneOf(['satisfied', 'unsatisfied', 'unreachable'], { label: { zh: '回访结果', en: 'result' } })
  result!: 'satisfied' | 'unsatisfied' | 'unreachable';

  @WholeNumber({ label: { zh: '评分', en: 'rating' }, min: 1, max: 5, optional: true })
  rating?: number;

  @Text({ label: { zh: '回访记录', en: 'comment' }, max: 2000, multiline: true, optional: true })
  comment?: string;
}
