import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Principal } from '@property-office/contracts';
import { Acting, Id, Operation, PageQuery, QueryFlag } from '@property-office/service-kit';
import { OfficeRuleTable } from '../../persistence/office-rules';
import { EscalationPlanView, HolidaysView, ruleView, ServiceHoursView, ServiceTargetView } from '../office-rule.view';

export class ListHolidaysQuery extends PageQuery {
  @QueryFlag({ label: { zh: '是否当前生效', en: 'whether it is in effect' }, optional: true })
  current?: boolean;
}

export class ListOfficeRulesQuery extends ListHolidaysQuery {
  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;
}

export class ServiceHoursPage {
  @ApiProperty({ type: [ServiceHoursView] })
  items!: ServiceHoursView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class HolidaysPage {
  @ApiProperty({ type: [HolidaysView] })
  items!: HolidaysView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ServiceTargetPage {
  @ApiProperty({ type: [ServiceTargetView] })
  items!: ServiceTargetView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class EscalationPlanPage {
  @ApiProperty({ type: [EscalationPlanView] })
  items!: EscalationPlanView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** The tables by which clocks run, with every row there ever was. */
@Controller('api')
export class ListOfficeRulesController {
  constructor(private readonly table: OfficeRuleTable) {}

  @Get('service-hours')
  @Operation('directory.listServiceHours', { summary: { zh: '服务时间列表', en: 'List service hours' }, ok: 200, okBody: ServiceHoursPage })
  async hours(@Query() query: ListOfficeRulesQuery, @Acting() principal: Principal): Promise<ServiceHoursPage> {
    const { items, nextCursor } = await this.table.page(principal, 'directory.listServiceHours', 'hours', query);
    return { items: items.map(ruleView), nextCursor };
  }

  @Get('holidays')
  @Operation('directory.listHolidays', { summary: { zh: '节假日列表', en: 'List holidays by year' }, ok: 200, okBody: HolidaysPage })
  async holidays(@Query() query: ListHolidaysQuery, @Acting() principal: Principal): Promise<HolidaysPage> {
    const { items, nextCursor } = await this.table.page(principal, 'directory.listHolidays', 'holidays', query);
    return { items: items.map(ruleView), nextCursor };
  }

  @Get('service-targets')
  @Operation('directory.listServiceTargets', { summary: { zh: '服务时限列表', en: 'List service targets' }, ok: 200, okBody: ServiceTargetPage })
  async targets(@Query() query: ListOfficeRulesQuery, @Acting() principal: Principal): Promise<ServiceTargetPage> {
    const { items, nextCursor } = await this.table.page(principal, 'directory.listServiceTargets', 'target', query);
    return { items: items.map(ruleView), nextCursor };
  }

  @Get('escalation-plans')
  @Operation('directory.listEscalationPlans', { summary: { zh: '升级规则列表', en: 'List escalation plans' }, ok: 200, okBody: EscalationPlanPage })
  async plans(@Query() query: ListOfficeRulesQuery, @Acting() principal: Principal): Promise<EscalationPlanPage> {
    const { items, nextCursor } = await this.table.page(principal, 'directory.listEscalationPlans', 'plan', query);
    return { items: items.map(ruleView), nextCursor };
  }
}
