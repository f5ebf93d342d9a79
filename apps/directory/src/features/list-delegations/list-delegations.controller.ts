import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadDutyPlan } from '../../persistence/read-duty-plan';
import { DelegationPage, delegationView } from '../delegation.view';
import { ListDelegationsQuery } from './list-delegations.query';

@Controller('api/delegations')
export class ListDelegationsController {
  constructor(private readonly plan: ReadDutyPlan) {}

  @Get()
  @Operation('directory.listDelegations', {
    summary: { zh: '授权代理列表', en: 'Delegations' },
    ok: 200,
    okBody: DelegationPage,
  })
  async list(@Query() query: ListDelegationsQuery, @Acting() principal: Principal): Promise<DelegationPage> {
    const { items, nextCursor } = await this.plan.delegations(principal, query);
    return { items: items.map(delegationView), nextCursor };
  }
}
