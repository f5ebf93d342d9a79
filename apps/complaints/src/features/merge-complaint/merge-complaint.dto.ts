import { ActFields, Id, Text } from '@property-office/service-kit';

export class MergeComplaintDto extends ActFields {
  @Id({ label: { zh: '要并入的投诉', en: 'complaint to merge into' } })
  into!: string;

  @Text({ label: { zh: '并案原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
