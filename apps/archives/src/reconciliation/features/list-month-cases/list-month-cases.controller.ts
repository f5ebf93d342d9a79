import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { monthStandings, recordSources, type MonthStanding, type Principal, type RecordSource } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, OneOf, Operation, PageQuery, PathId, QueryFlag } from '@property-office/service-kit';
import { monthErrors } from '../../domain/errors';
import { MonthCases } from '../../persistence/month-cases';
import { ReadMonths } from '../../persistence/read-months';
import { MonthCaseView, monthCaseView } from './month-case.view';

export class ListMonthCasesQuery extends PageQuery {
  @OneOf(recordSources, { label: { zh: '来源', en: 'source' }, optional: true })
  source?: RecordSource;

  @OneOf(monthStandings, { label: { zh: '核对结果', en: 'how it stands' }, optional: true })
  standing?: MonthStanding;

  @QueryFlag({ label: { zh: '尚未核平', en: 'not settled, without a reason' }, optional: true })
  unsettled?: boolean;
}

export class MonthCasePage {
  @ApiProperty({ type: [MonthCaseView] })
  items!: MonthCaseView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/archive-months')
export class ListMonthCasesController {
  constructor(
    private readonly months: ReadMonths,
    private readonly cases: MonthCases,
  ) {}

  @Get(':id/cases')
  @Operation('archives.listMonthCases', {
    summary: { zh: '月度核对明细', en: 'List what happened in a month' },
    description: { zh: '向您隐去的投诉不列出。', en: 'Without complaints that are hidden from you.' },
    ok: 200,
    okBody: MonthCasePage,
  })
  async list(@PathId() id: string, @Query() query: ListMonthCasesQuery, @Acting() principal: Principal): Promise<Page<MonthCaseView>> {
    const month = await this.months.one(principal, id, 'archives.listMonthCases');
    if (!month) throw monthErrors.monthUnknown();
    const page = await this.cases.page(principal, month, query);
    return { items: page.items.map(monthCaseView), nextCursor: page.nextCursor };
  }
}
