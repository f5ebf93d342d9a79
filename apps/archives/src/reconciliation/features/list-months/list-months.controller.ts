import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, OneOf, Operation, PageQuery } from '@property-office/service-kit';
import { monthStates, type MonthState } from '../../domain/month-states';
import { ReadMonths } from '../../persistence/read-months';
import { MonthView, monthView } from '../month.view';

export class ListMonthsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(monthStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: MonthState;
}

export class MonthPage {
  @ApiProperty({ type: [MonthView] })
  items!: MonthView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/archive-months')
export class ListMonthsController {
  constructor(private readonly months: ReadMonths) {}

  @Get()
  @Operation('archives.listMonths', {
    summary: { zh: '月度归档核对列表', en: 'List months of the archives' },
    description: { zh: '每个项目每月一份，月末后自动生成。', en: 'One for each site and month that is over; made by itself.' },
    ok: 200,
    okBody: MonthPage,
  })
  async list(@Query() query: ListMonthsQuery, @Acting() principal: Principal): Promise<Page<MonthView>> {
    const page = await this.months.page(principal, query);
    return { items: page.items.map(monthView), nextCursor: page.nextCursor };
  }
}
