import { Id, OneOf, PageQuery } from '@property-office/service-kit';
import { followUpStates, type FollowUpState } from '../../domain/follow-up-states';

export class ListFollowUpsQuery extends PageQuery {
  @OneOf(followUpStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: FollowUpState;

  @Id({ label: { zh: '报修', en: 'repair request' }, optional: true })
  repairRequestId?: string;

  @Id({ label: { zh: '投诉', en: 'complaint' }, optional: true })
  complaintId?: string;
}
