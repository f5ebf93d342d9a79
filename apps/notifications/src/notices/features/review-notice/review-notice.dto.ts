import { ActFields, OneOf, Text } from '@property-office/service-kit';

export class ReviewNoticeDto extends ActFields {
  @OneOf(['accepted', 'objected'], { label: { zh: '复核结论', en: 'verdict' } })
  verdict!: 'accepted' | 'objected';

  @Text({ label: { zh: '复核意见', en: 'remarks' }, max: 1000, multiline: true, optional: true })
  remarks?: string;
}
