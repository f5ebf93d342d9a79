import { dutyRoles, type DutyRole } from '@property-office/contracts';
import { OneOf } from '@property-office/service-kit';
import { PlanQuery } from '../plan.query';

export class ListDutiesQuery extends PlanQuery {
  @OneOf(dutyRoles, { label: { zh: '角色', en: 'role' }, optional: true })
  role?: DutyRole;
}
