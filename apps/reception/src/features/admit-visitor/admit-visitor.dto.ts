import { ActFields, Id, Text } from '@property-office/service-kit';

export class AdmitByPassDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '通行码', en: 'pass code' }, max: 40 })
  passCode!: string;
}
