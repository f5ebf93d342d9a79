import { ActFields, Text } from '@property-office/service-kit';

export class CorrectOutgoingDto extends ActFields {
  @Text({ label: { zh: '标题', en: 'title' }, max: 300, optional: true, description: '不填为不变 / Left out: as it is' })
  title?: string;

  @Text({ label: { zh: '正文', en: 'text' }, max: 50_000, multiline: true, optional: true, description: '不填为不变 / Left out: as it is' })
  body?: string;

  @Text({ label: { zh: '修改原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
