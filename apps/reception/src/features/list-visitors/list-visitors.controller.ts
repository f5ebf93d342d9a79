import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { visitorKinds, type Principal, type VisitorKind } from '@property-office/contracts';
import { Database, whereEquals, whereTypedOrKeyed, type ListCondition } from '@property-office/persistence';
import { Acting, Id, OneOf, Operation, PageQuery, QueryFlag, Text } from '@property-office/service-kit';
import { visitorStates, type VisitorState } from '../../domain/visitor-states';
import { Guests } from '../../persistence/guests';
import { readPage } from '../../persistence/listed';
import { visitorKind } from '../../persistence/visitors';
import { VisitorViews } from '../visitor-views';
import { VisitorView } from '../visitor.view';

export class ListVisitorsQuery extends PageQuery {
  @OneOf(visitorStates, { label: { zh: '状态', en: 'status' }, optional: true, description: 'inside: who is there now / 在访' })
  status?: VisitorState;

  @OneOf(visitorKinds, { label: { zh: '访客类型', en: 'kind of visitor' }, optional: true })
  kind?: VisitorKind;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '被访人', en: 'host' }, optional: true })
  hostId?: string;

  @QueryFlag({ label: { zh: '超时未离开', en: 'those who stay too long' }, optional: true })
  overstayed?: boolean;

  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true, description: 'Number, words of the purpose or of what was said at the desk, or the whole name of the visitor, or its pinyin' })
  q?: string;
}

export class VisitorPage {
  @ApiProperty({ type: [VisitorView] })
  items!: VisitorView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

@Controller('api/visitors')
export class ListVisitorsController {
  constructor(
    private readonly database: Database,
    private readonly guests: Guests,
    private readonly views: VisitorViews,
  ) {}

  @Get()
  @Operation('reception.listVisitors', { summary: { zh: '访客列表', en: 'List visitors' }, ok: 200, okBody: VisitorPage })
  async list(@Query() query: ListVisitorsQuery, @Acting() principal: Principal): Promise<VisitorPage> {
    const { status, kind, siteId, hostId, overstayed, q } = query;
    const found = q === undefined ? undefined : whereTypedOrKeyed('t', q, { column: 't.name_index', among: this.guests.nameIndexes(q) });
    if (q !== undefined && !found) return { items: [], nextCursor: null };
    const conditions: ListCondition[] = [
      ...whereEquals('t.state', status),
      ...whereEquals('t.kind', kind),
      ...whereEquals('t.site_id', siteId),
      ...whereEquals('t.host_id', hostId),
      ...(overstayed === undefined ? [] : [{ sql: (p: string) => `(t.overstayed_at IS NOT NULL AND t.left_at IS NULL) = ${p}`, value: overstayed }]),
      ...(found ? [found] : []),
    ];
    const page = await readPage(this.database, principal, 'reception.listVisitors', visitorKind, conditions, query);
    return { items: page.items.map((visitor) => this.views.masked(visitor, principal)), nextCursor: page.nextCursor };
  }
}
