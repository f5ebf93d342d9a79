import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, Month, Operation } from '@property-office/service-kit';
import { ReadCauseFigures, type Cause, type Causes, type CountedCase } from '../../persistence/cause-figures';

export class ReadCausesQuery {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Month({ label: { zh: '月份', en: 'month' } })
  month!: string;
}

export class CountedCaseView implements CountedCase {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  number!: string;
}

export class CauseView implements Cause {
  @ApiProperty({ description: '投诉类别、报修类别或标准答复 / A kind of complaint, a category of repairs, or the id of a standard answer' })
  cause!: string;

  @ApiProperty()
  count!: number;

  @ApiProperty({ type: [CountedCaseView], description: '被统计的案件，最新的最多 100 条 / What is counted, the newest 100 at most' })
  cases!: CountedCaseView[];

  @ApiProperty({ type: String, nullable: true, description: '其余见 /api/statistics/causes/cases / Of /api/statistics/causes/cases, for the others' })
  nextCursor!: string | null;
}

export class CausesView implements Causes {
  @ApiProperty({ type: [CauseView] })
  complaints!: CauseView[];

  @ApiProperty({ type: [CauseView] })
  repairs!: CauseView[];

  @ApiProperty({ type: [CauseView], description: '按所用标准答复 / By the standard answer they were given' })
  enquiries!: CauseView[];
}

@Controller('api/statistics')
export class ReadCausesController {
  constructor(private readonly figures: ReadCauseFigures) {}

  @Get('causes')
  @Operation('tracking.readCauses', {
    summary: { zh: '当月主要原因', en: 'The largest causes of a month' },
    description: {
      zh: '按项目日历，当月投诉、报修和咨询最多的三类，每类列出最新的案件。对您隐藏的投诉、已并入他单或已取消的报修、未用标准答复的咨询不计。',
      en: 'By the calendar of the site, the three kinds of complaints, categories of repairs and standard answers to enquiries with most cases, with the newest of them. Complaints hidden from you, repairs that were merged into another or cancelled, and what was answered in words of its own do not count.',
    },
    ok: 200,
    okBody: CausesView,
  })
  read(@Query() query: ReadCausesQuery, @Acting() principal: Principal): Promise<CausesView> {
    return this.figures.of(principal, query);
  }
}
