import { Controller, Get } from '@nestjs/common';
import type { Principal } from '@property-office/contracts';
import { Database } from '@property-office/persistence';
import { Acting, ok, Operation, PathId, type Answer } from '@property-office/service-kit';
import { monthErrors } from '../../domain/errors';
import { figuresOf } from '../../domain/month-figures';
import { LivingVolumes } from '../../../persistence/living-volumes';
import { MonthCases } from '../../persistence/month-cases';
import { ReadMonths } from '../../persistence/read-months';
import { RepairRegisters } from '../../persistence/repair-registers';
import { monthView } from '../month.view';
import { MonthDetailView } from './month-detail.view';

@Controller('api/archive-months')
export class ReadMonthController {
  constructor(
    private readonly database: Database,
    private readonly months: ReadMonths,
    private readonly cases: MonthCases,
    private readonly registers: RepairRegisters,
    private readonly volumes: LivingVolumes,
  ) {}

  @Get(':id')
  @Operation('archives.readMonth', {
    summary: { zh: '查看月度归档核对', en: 'Read a month of the archives' },
    description: {
      zh: '按来源列出当月事项、归档建议、已归档、已退回、待归档和缺少的件数；另列截至月末待立卷的一户一档、一机一档。',
      en: 'Of each source what it has of the month, what was proposed, is a record, was returned, is open and is missing; and how many living files wait to be closed since before its end.',
    },
    ok: 200,
    okBody: MonthDetailView,
  })
  async read(@PathId() id: string, @Acting() principal: Principal): Promise<Answer<MonthDetailView>> {
    const month = await this.months.one(principal, id, 'archives.readMonth');
    if (!month) throw monthErrors.monthUnknown();
    const sources = figuresOf(await this.cases.seen(this.database, principal, month));
    const register = await this.registers.of(month);
    const livingFilesToClose = await this.volumes.waiting(month.siteId, month.toAt);
    return ok({ ...monthView(month), sources, registerPages: register?.pages ?? null, livingFilesToClose }, month.version);
  }
}
