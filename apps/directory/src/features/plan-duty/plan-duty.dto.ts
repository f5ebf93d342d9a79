import { dutyRoles, type DutyRole } from '@property-office/contracts';
import { Id, Instant, OneOf } from '@property-office/service-kit';

export class PlanDutyDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;

  @OneOf(dutyRoles, { label: { zh: '角色', en: 'role' } })
  role!: DutyRole;

  @Instant({ label: { zh: '开始时间', en: 'beginning' } })
  from!: Date;

  @Instant({ label: { zh: '结束时间', en: 'end' } })
  until!: Date;
}
