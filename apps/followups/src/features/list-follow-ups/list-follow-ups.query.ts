import { Id, OneOf, PageQuery, Text } from '@property-office/service-kit';
import { followUpStates, type FollowUpState } from '../../domain/follow-up-states';

export class ListFollowUpsQuery extends PageQuery {
  @OneOf(followUpStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: FollowUpState;

  @Id({ label: { zh: '报修', en: 'repair request' }, optional: true })
  repairRequestId?: string;

  @Id({ label: { zh: '投诉', en: 'complaint' }, optional: true })
  complaintId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: 'Number of the repair or complaint, or words of the comment' })
  q?: string;
}
