import { Id, OneOf, PageQuery } from '@property-office/service-kit';
import { workOrderStates, type WorkOrderState } from '../../domain/work-order-states';

export class ListOrdersQuery extends PageQuery {
  @OneOf(workOrderStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: WorkOrderState;

  @Id({ label: { zh: '班组', en: 'crew' }, optional: true })
  crewId?: string;

  @Id({ label: { zh: '报修', en: 'repair request' }, optional: true })
  repairRequestId?: string;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}
