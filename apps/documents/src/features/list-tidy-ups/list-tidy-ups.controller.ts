import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Acting, Id, Operation, PageQuery } from '@property-office/service-kit';
import { TidyUps } from '../../persistence/tidy-ups';
import { TidyUpView, tidyUpView } from '../tidy-up.view';

export class ListTidyUpsQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class TidyUpPage {
  @ApiProperty({ type: [TidyUpView] })
  items!: TidyUpView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/tidy-ups')
export class ListTidyUpsController {
  constructor(private readonly tidyUps: TidyUps) {}

  @Get()
  @Operation('documents.listTidyUps', { summary: { zh: '年度文件整理列表', en: 'List yearly tidy-ups' }, ok: 200, okBody: TidyUpPage })
  async list(@Query() query: ListTidyUpsQuery, @Acting() principal: Principal): Promise<Page<TidyUpView>> {
    const page = await this.tidyUps.page(principal, query);
    return { items: page.items.map(tidyUpView), nextCursor: page.nextCursor };
  }
}
