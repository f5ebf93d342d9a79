import { ActFields, Id } from '@property-office/service-kit';

export class AssignComplaintDto extends ActFields {
  @Id({ label: { zh: '处理人', en: 'handler' } })
  handlerId!: string;
}
