import { ActFields, Id, Text } from '@property-office/service-kit';

export class MergeRepairDto extends ActFields {
  @Id({ label: { zh: '要并入的报修', en: 'request to merge into' } })
  into!: string;

  @Text({ label: { zh: '并单说明', en: 'reason' }, max: 1000, multiline: true, optional: true })
  reason?: string;
}
