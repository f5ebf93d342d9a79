import { ActFields, Id, Text } from '@property-office/service-kit';

export class TransferOrderDto extends ActFields {
  @Id({ label: { zh: '维修工', en: 'technician' } })
  technicianId!: string;

  @Text({ label: { zh: '转单原因', en: 'reason for the transfer' }, max: 1000, multiline: true })
  reason!: string;
}
