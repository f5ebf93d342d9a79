import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadDutyPlan } from '../../persistence/read-duty-plan';
import { SuperiorPage, superiorView } from '../superior.view';
import { ListSuperiorsQuery } from './list-superiors.query';

@Controller('api/superiors')
export class ListSuperiorsController {
  constructor(private readonly plan: ReadDutyPlan) {}

  @Get()
  @Operation('directory.listSuperiors', {
    summary: { zh: '上级关系', en: 'Who answers for whom' },
    ok: 200,
    okBody: SuperiorPage,
  })
  async list(@Query() query: ListSuperiorsQuery, @Acting() principal: Principal): Promise<SuperiorPage> {
    const { items, nextCursor } = await this.plan.superiors(principal, query);
    return { items: items.map(superiorView), nextCursor };
  }
}
