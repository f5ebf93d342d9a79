import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Database, whereEquals, whereTyped } from '@property-office/persistence';
import { Acting, Id, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { readPage } from '../../persistence/listed';
import { standardAnswerKind } from '../../persistence/standard-answers';
import { standardAnswerView, StandardAnswerView } from '../standard-answer.view';

export class ListStandardAnswersQuery extends PageQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: 'Words in Chinese or English, pinyin, initials' })
  q?: string;

  @QueryFlag({ label: { zh: '已停用', en: 'retired ones' }, optional: true })
  retired?: boolean;
}

export class StandardAnswerPage {
  @ApiProperty({ type: [StandardAnswerView] })
  items!: StandardAnswerView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/standard-answers')
export class ListStandardAnswersController {
  constructor(private readonly database: Database) {}

  @Get()
  @Operation('reception.listStandardAnswers', { summary: { zh: '标准答复列表', en: 'List standard answers' }, ok: 200, okBody: StandardAnswerPage })
  async list(@Query() query: ListStandardAnswersQuery, @Acting() principal: Principal): Promise<StandardAnswerPage> {
    const { siteId, q, retired = false } = query;
    const found = q === undefined ? undefined : whereTyped('t', q);
    if (q !== undefined && !found) return { items: [], nextCursor: null };
    const conditions = [...whereEquals('t.site_id', siteId), ...whereEquals('t.retired', retired), ...(found ? [found] : [])];
    const page = await readPage(this.database, principal, 'reception.listStandardAnswers', standardAnswerKind, conditions, query);
    return { items: page.items.map(standardAnswerView), nextCursor: page.nextCursor };
  }
}
