import { Body, Controller, Post } from '@nestjs/common';
import type { RuleKind } from '@property-office/deadlines';
import type { Answer, CommandContext } from '@property-office/service-kit';
import { Command, Commands, created, Operation } from '@property-office/service-kit';
import { checkHolidays, checkHours, checkPlan, checkTarget } from '../../domain/office-rule-checks';
import { EscalationPlanView, HolidaysView, ruleView, ServiceHoursView, ServiceTargetView } from '../office-rule.view';
import { SetEscalationPlanDto, SetHolidaysDto, SetServiceHoursDto, SetServiceTargetDto, type OfficeRuleFields } from './office-rule.dto';
import { SetOfficeRuleHandler, type NewRule } from './set-office-rule.handler';

@Controller('api')
export class SetOfficeRuleController {
  constructor(
    private readonly commands: Commands,
    private readonly handler: SetOfficeRuleHandler,
  ) {}

  @Post('service-hours')
  @Operation('directory.setServiceHours', { summary: { zh: '设置服务时间', en: 'Set service hours' }, ok: 201, okBody: ServiceHoursView })
  hours(@Body() input: SetServiceHoursDto, @Command() command: CommandContext): Promise<Answer<ServiceHoursView>> {
    const { siteId = null, function: of, hours } = input;
    checkHours(hours);
    return this.add(command, { operation: 'directory.setServiceHours', kind: 'hours', siteId, content: { function: of, hours } }, input, 'service-hours');
  }

  @Post('holidays')
  @Operation('directory.setHolidays', {
    summary: { zh: '设置某年节假日', en: 'Set the holidays of a year' },
    description: {
      zh: '提交该年全部节假日和调休上班日；对全公司生效。',
      en: 'All holidays and make-up workdays of the year, for the whole company.',
    },
    ok: 201,
    okBody: HolidaysView,
  })
  holidays(@Body() input: SetHolidaysDto, @Command() command: CommandContext): Promise<Answer<HolidaysView>> {
    const { year, days } = input;
    checkHolidays(year, days);
    return this.add(command, { operation: 'directory.setHolidays', kind: 'holidays', siteId: null, content: { year, days } }, input, 'holidays');
  }

  @Post('service-targets')
  @Operation('directory.setServiceTarget', { summary: { zh: '设置服务时限', en: 'Set a service target' }, ok: 201, okBody: ServiceTargetView })
  target(@Body() input: SetServiceTargetDto, @Command() command: CommandContext): Promise<Answer<ServiceTargetView>> {
    const { siteId = null, class: name, promise, function: of, countsFrom = 'start', limits, words } = input;
    checkTarget(limits, words !== undefined);
    const content = { class: name, promise, function: of, countsFrom, limits, words: words ? { zh: words.zh, en: words.en } : null };
    return this.add(command, { operation: 'directory.setServiceTarget', kind: 'target', siteId, content }, input, 'service-targets');
  }

  @Post('escalation-plans')
  @Operation('directory.setEscalationPlan', { summary: { zh: '设置升级规则', en: 'Set an escalation plan' }, ok: 201, okBody: EscalationPlanView })
  plan(@Body() input: SetEscalationPlanDto, @Command() command: CommandContext): Promise<Answer<EscalationPlanView>> {
    const { siteId = null, class: name, promise = null, urgent, function: of, levels } = input;
    const plan = { urgent, function: of, levels };
    checkPlan(plan);
    return this.add(command, { operation: 'directory.setEscalationPlan', kind: 'plan', siteId, content: { class: name, promise, plan } }, input, 'escalation-plans');
  }

  private add<K extends RuleKind>(command: CommandContext, rule: NewRule<K>, said: OfficeRuleFields, path: string) {
    return this.commands.run(command, async (tx) => {
      const listed = await this.handler.execute(tx, command.principal, rule, said);
      return created(`/api/${path}/${listed.rule.id}`, ruleView(listed));
    });
  }
}
