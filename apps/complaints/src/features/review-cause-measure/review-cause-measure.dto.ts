import { measureVerdicts, type MeasureVerdict } from '@property-office/contracts';
import { ActFields, OneOf, Text } from '@property-office/service-kit';

export class ReviewCauseMeasureDto extends ActFields {
  @OneOf(measureVerdicts, { label: { zh: '是否见效', en: 'whether it worked' } })
  worked!: MeasureVerdict;

  @Text({ label: { zh: '复盘意见', en: 'review' }, max: 2000, multiline: true })
  review!: string;
}
