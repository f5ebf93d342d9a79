import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadDutyPlan } from '../../persistence/read-duty-plan';
import { DutyPage, dutyView } from '../duty.view';
import { ListDutiesQuery } from './list-duties.query';

@Controller('api/duties')
export class ListDutiesController {
  constructor(private readonly plan: ReadDutyPlan) {}

  @Get()
  @Operation('directory.listDuties', {
    summary: { zh: '值班表', en: 'Duty plan' },
    ok: 200,
    okBody: DutyPage,
  })
  async list(@Query() query: ListDutiesQuery, @Acting() principal: Principal): Promise<DutyPage> {
    const { items, nextCursor } = await this.plan.duties(principal, query);
    return { items: items.map(dutyView), nextCursor };
  }
}
