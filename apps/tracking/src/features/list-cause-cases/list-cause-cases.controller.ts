import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { causeSources, type CauseSource, type Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Code, Id, Month, OneOf, Operation, PageQuery, Text } from '@property-office/service-kit';
import { ReadCauseFigures, type CountedCase } from '../../persistence/cause-figures';
import { CountedCaseView } from '../read-causes/read-causes.controller';

export class ListCauseCasesQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Month({ label: { zh: '月份', en: 'month' } })
  month!: string;

  @OneOf(causeSources, { label: { zh: '来源', en: 'source' } })
  source!: CauseSource;

  @Code({ label: { zh: '原因', en: 'cause' }, description: '投诉类别、报修类别或标准答复 / A kind of complaint, a category of repairs, or the id of a standard answer', example: 'noise' })
  cause!: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: '编号；报修另含内容 / Numbers; of repairs also what they are about' })
  q?: string;
}

export class CauseCasePage {
  @ApiProperty({ type: [CountedCaseView] })
  items!: CountedCaseView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/statistics/causes')
export class ListCauseCasesController {
  constructor(private readonly figures: ReadCauseFigures) {}

  @Get('cases')
  @Operation('tracking.listCauseCases', {
    summary: { zh: '当月某一原因的案件', en: 'The cases of a cause of a month' },
    description: { zh: '对您隐藏的投诉不列出。', en: 'Without complaints hidden from you.' },
    ok: 200,
    okBody: CauseCasePage,
  })
  list(@Query() { limit, cursor, source, cause, q, ...counted }: ListCauseCasesQuery, @Acting() principal: Principal): Promise<Page<CountedCase>> {
    return this.figures.cases(principal, counted, { source, cause, ...(q !== undefined && { q }) }, limit, cursor);
  }
}
