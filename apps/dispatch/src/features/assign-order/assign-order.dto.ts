import { ActFields, Id } from '@property-office/service-kit';

export class AssignOrderDto extends ActFields {
  @Id({ label: { zh: '班组', en: 'crew' }, optional: true })
  crewId?: string;

  @Id({ label: { zh: '维修工', en: 'technician' }, optional: true })
  technicianId?: string;
}
