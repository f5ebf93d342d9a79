import { ActFields, Text } from '@property-office/service-kit';

export class FinishTidyUpDto extends ActFields {
  @Text({ label: { zh: '缺漏说明', en: 'why something is missing' }, max: 1_000, multiline: true, optional: true, description: '有缺漏时必填 / Needed where something is missing' })
  missingReason?: string;
}
