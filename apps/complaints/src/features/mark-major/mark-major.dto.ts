import { ActFields, Text } from '@property-office/service-kit';

export class MarkMajorDto extends ActFields {
  @Text({ label: { zh: '列为重大投诉的原因', en: 'reason for making it major' }, max: 1000, multiline: true })
  reason!: string;
}
