import { ActFields, Text } from '@property-office/service-kit';

export class UrgeRepairDto extends ActFields {
  @Text({ label: { zh: '催单留言', en: 'words' }, max: 500, multiline: true, optional: true })
  words?: string;
}
