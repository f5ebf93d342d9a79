import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Internal } from '@property-office/access';
import { causeSources, rankCausePath, type CauseAsked, type CauseRanked, type CauseSource } from '@property-office/contracts';
import { Code, Id, Ids, Month, OneOf } from '@property-office/service-kit';
import { ReadCauseFigures } from '../../persistence/cause-figures';

export class RankCauseDto implements CauseAsked {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Month({ label: { zh: '月份', en: 'month' } })
  month!: string;

  @OneOf(causeSources, { label: { zh: '来源', en: 'source' } })
  source!: CauseSource;

  @Code({ label: { zh: '原因', en: 'cause' }, example: 'noise' })
  cause!: string;

  @Id({ label: { zh: '查询人', en: 'who asks' } })
  personId!: string;

  @Ids({ label: { zh: '班组', en: 'crews' }, max: 200 })
  crews!: string[];
}

/** Whether a cause is among the largest of a month, for complaints, before there is a measure against it (R3.3). */
@Controller()
export class RankCauseController {
  constructor(private readonly figures: ReadCauseFigures) {}

  @Post(rankCausePath)
  @HttpCode(200)
  @Internal('complaints')
  rank(@Body() { siteId, month, source, cause, ...reader }: RankCauseDto): Promise<CauseRanked> {
    return this.figures.rank(reader, { siteId, month }, { source, cause });
  }
}
