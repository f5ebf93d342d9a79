import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Month, OneOf, Operation, PageQuery, Text } from '@property-office/service-kit';
import { measureStates, type MeasureState } from '../../domain/measure-states';
import { CauseMeasures } from '../../persistence/cause-measures';
import { CauseMeasureView, measureView } from '../cause-measure.view';

export class ListCauseMeasuresQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Month({ label: { zh: '月份', en: 'month' }, optional: true })
  month?: string;

  @OneOf(measureStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: MeasureState;

  @Id({ label: { zh: '负责人', en: 'owner' }, optional: true })
  ownerId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}

export class CauseMeasurePage {
  @ApiProperty({ type: [CauseMeasureView] })
  items!: CauseMeasureView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/cause-measures')
export class ListCauseMeasuresController {
  constructor(private readonly measures: CauseMeasures) {}

  @Get()
  @Operation('complaints.listCauseMeasures', { summary: { zh: '改进措施列表', en: 'List measures' }, ok: 200, okBody: CauseMeasurePage })
  async list(@Query() query: ListCauseMeasuresQuery, @Acting() principal: Principal): Promise<Page<CauseMeasureView>> {
    const { items, nextCursor } = await this.measures.page(principal, query);
    return { items: items.map(measureView), nextCursor };
  }
}
