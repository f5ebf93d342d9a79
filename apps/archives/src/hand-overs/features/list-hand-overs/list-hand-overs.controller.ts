import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { Database } from '@property-office/persistence';
import { Acting, Id, OneOf, Operation, PageQuery } from '@property-office/service-kit';
import { listsOf } from '../../../lists/persistence/read-lists';
import { handOverStates, type HandOverState } from '../../domain/hand-over-states';
import { HandOver } from '../../persistence/hand-over.entity';
import { RecordHandOverView, handOverView } from '../hand-over.view';

export class ListHandOversQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @OneOf(handOverStates, { label: { zh: '状态', en: 'status' }, optional: true })
  status?: HandOverState;
}

export class HandOverPage {
  @ApiProperty({ type: [RecordHandOverView] })
  items!: RecordHandOverView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/hand-overs')
export class ListHandOversController {
  constructor(private readonly database: Database) {}

  @Get()
  @Operation('archives.listHandOvers', { summary: { zh: '档案移交列表', en: 'List hand-overs of records' }, ok: 200, okBody: HandOverPage })
  async list(@Query() query: ListHandOversQuery, @Acting() principal: Principal): Promise<Page<RecordHandOverView>> {
    const { items, nextCursor } = await listsOf(this.database, HandOver, principal, 'archives.listHandOvers', query);
    return { items: items.map(handOverView), nextCursor };
  }
}
