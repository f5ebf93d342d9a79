import {
  Body,
  Controller,
  Get,
  Module,
  Post,
  Query,
  type CanActivate,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import type { Page } from '@property-office/kernel';
import { pino } from 'pino';
import {
  ActFields,
  Acting,
  Answer,
  Command,
  createApplication,
  created,
  Flag,
  Id,
  Ids,
  Instant,
  Nested,
  NestedList,
  ok,
  OneOf,
  Operation,
  PageQuery,
  PathId,
  Phone,
  QueryFlag,
  resolveHappenedAt,
  Text,
  WholeNumber,
  type Application,
  type CommandContext,
} from './index';

export const toyPrincipal: Principal = {
  personId: '0193a000-0000-7000-8000-000000000001',
  accountId: '0193a000-0000-7000-8000-000000000002',
  sessionId: '0193a000-0000-7000-8000-000000000003',
  name: '张三',
  roles: [{ role: 'desk', siteId: null }],
  crews: [],
  homes: [],
};

/** Signs everybody in, except who asks to be a stranger. */
export class ToyGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context
      .switchToHttp()
      .getRequest<{ headers: Record<string, string>; principal?: Principal }>();
    if (!request.headers['x-stranger']) request.principal = toyPrincipal;
    return true;
  }
}

export class PlaceDto {
  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Text({ label: { zh: '地点', en: 'place' }, max: 100, optional: true })
  place?: string;
}

export class MaterialDto {
  @Text({ label: { zh: '材料名称', en: 'material' }, max: 50 })
  name!: string;

  @WholeNumber({ label: { zh: '数量', en: 'quantity' }, min: 1, max: 999 })
  quantity!: number;
}

export class ReportDto extends ActFields {
  @Text({ label: { zh: '问题描述', en: 'description' }, max: 2000, multiline: true })
  description!: string;

  @OneOf(['normal', 'urgent'], { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: string;

  @Nested(() => PlaceDto, { label: { zh: '位置', en: 'location' } })
  location!: PlaceDto;

  @Phone({ label: { zh: '联系电话', en: 'telephone number' }, optional: true })
  phone?: string;

  @Instant({ label: { zh: '发现时间', en: 'time it was seen' }, optional: true })
  seenAt?: Date;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];

  @NestedList(() => MaterialDto, { label: { zh: '材料', en: 'materials' }, max: 20, optional: true })
  materials?: MaterialDto[];

  @Flag({ label: { zh: '允许入户', en: 'leave to enter' }, optional: true })
  mayEnter?: boolean;
}

export class RepairListQuery extends PageQuery {
  @QueryFlag({ label: { zh: '只看未完成', en: 'open only' }, optional: true })
  open?: boolean;

  @Text({ label: { zh: '搜索词', en: 'search words' }, max: 50, optional: true })
  q?: string;
}

export class RepairBody {
  @ApiProperty()
  id!: string;

  @ApiProperty({ type: Object })
  received!: object;
}

@Controller('api/repair-requests')
export class RepairController {
  @Post()
  @Operation('tickets.reportRepair', {
    summary: { zh: '报修', en: 'Report a repair' },
    ok: 201,
    okBody: RepairBody,
    errors: ['conflict'],
  })
  report(@Body() dto: ReportDto, @Command() command: CommandContext): Answer<RepairBody> {
    const id = '0193a000-0000-7000-8000-00000000000a';
    return created(
      `/api/repair-requests/${id}`,
      { id, received: { ...dto, key: command.idempotency?.key, route: command.route } },
      1,
    );
  }

  @Get()
  @Operation('tickets.listRepairs', { summary: { zh: '报修列表', en: 'List repairs' }, ok: 200 })
  list(@Query() query: RepairListQuery, @Acting() principal: Principal): Page<object> {
    return { items: [{ ...query, name: principal.name }], nextCursor: null };
  }

  @Get(':id')
  @Operation('tickets.readRepair', {
    summary: { zh: '报修详情', en: 'Read a repair' },
    ok: 200,
    okBody: RepairBody,
  })
  read(@PathId() id: string): Answer<object> {
    return ok({ id }, 7);
  }

  @Post(':id/cancel')
  @Operation('tickets.cancelRepair', {
    summary: { zh: '取消报修', en: 'Cancel a repair' },
    ok: 200,
    errors: ['stale'],
  })
  cancel(@PathId() id: string, @Body() dto: ActFields): object {
    const { happenedAt } = resolveHappenedAt(dto, new Date('2026-11-23T10:00:00Z'));
    return { id, happenedAt };
  }

  @Post(':id/urge')
  @Operation('tickets.urgeRepair', { summary: { zh: '催办', en: 'Urge' }, ok: 200 })
  urge(@PathId() id: string): object {
    return { id };
  }
}

@Module({ controllers: [RepairController] })
export class ToyModule {}

export const quietLog = pino({ level: 'silent' });

export async function toyApplication(...modules: Type[]): Promise<Application> {
  const application = await createApplication({
    name: 'toy',
    modules: modules.length > 0 ? modules : [ToyModule],
    configuration: {},
    log: quietLog,
    guards: [new ToyGuard()],
  });
  await application.app.init();
  await application.http.ready();
  return application;
}
