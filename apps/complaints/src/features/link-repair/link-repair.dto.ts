import { ActFields, Id } from '@property-office/service-kit';

export class LinkRepairDto extends ActFields {
  @Id({ label: { zh: '报修', en: 'repair request' } })
  repairRequestId!: string;
}
