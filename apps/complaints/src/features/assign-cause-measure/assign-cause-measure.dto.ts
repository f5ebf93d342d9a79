import { ActFields, Id } from '@property-office/service-kit';

export class AssignCauseMeasureDto extends ActFields {
  @Id({ label: { zh: '负责人', en: 'owner' } })
  ownerId!: string;
}
