import { ActFields, Text } from '@property-office/service-kit';

export class SetLetterheadDto extends ActFields {
  @Text({ label: { zh: '发文机关名称', en: 'name of the office' }, max: 40 })
  office!: string;
}
