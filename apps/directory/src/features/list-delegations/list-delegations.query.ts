import { delegationKinds, type DelegationKind } from '@property-office/contracts';
import { OneOf } from '@property-office/service-kit';
import { PlanQuery } from '../plan.query';

export class ListDelegationsQuery extends PlanQuery {
  @OneOf(delegationKinds, { label: { zh: '类别', en: 'kind' }, optional: true })
  kind?: DelegationKind;
}
