import { ActFields, Id, Text } from '@property-office/service-kit';

export class AssignComplaintDto extends ActFields {
  @Id({ label: { zh: '处理人', en: 'handler' } })
  handlerId!: string;

  /** Asked for where nobody is left but who had it before a dispute. */
  @Text({ label: { zh: '重新指定的原因', en: 'why they have it again' }, max: 1000, multiline: true, optional: true })
  reason?: string;
}
