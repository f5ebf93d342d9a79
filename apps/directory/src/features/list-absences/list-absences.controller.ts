import { Controller, Get, Query } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Acting, Operation } from '@property-office/service-kit';
import { ReadDutyPlan } from '../../persistence/read-duty-plan';
import { AbsencePage, absenceView } from '../absence.view';
import { ListAbsencesQuery } from './list-absences.query';

@Controller('api/absences')
export class ListAbsencesController {
  constructor(private readonly plan: ReadDutyPlan) {}

  @Get()
  @Operation('directory.listAbsences', {
    summary: { zh: '不在岗记录', en: 'Absences' },
    ok: 200,
    okBody: AbsencePage,
  })
  async list(@Query() query: ListAbsencesQuery, @Acting() principal: Principal): Promise<AbsencePage> {
    const { items, nextCursor } = await this.plan.absences(principal, query);
    return { items: items.map(absenceView), nextCursor };
  }
}
