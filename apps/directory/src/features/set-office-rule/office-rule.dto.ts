import { serviceFunctions, units, type HolidayKind, type Recipient, type ServiceFunction, type Unit } from '@property-office/calendar';
import { roles } from '@property-office/contracts';
import { countedFrom, type CountedFrom } from '@property-office/deadlines';
import { Flag, Id, Instant, Nested, NestedList, OneOf, Text, WholeNumber } from '@property-office/service-kit';

const recipients: readonly Recipient[] = ['responsible', ...roles.filter((role) => role !== 'resident' && role !== 'importer')];
const function_ = { label: { zh: '服务职能', en: 'function' } };

/** A text that people read, in both languages. */
export class LocalizedDto {
  @Text({ label: { zh: '中文', en: 'Chinese text' }, max: 200 })
  zh!: string;

  @Text({ label: { zh: '英文', en: 'English text' }, max: 200 })
  en!: string;
}

/** What every row says of itself (Q1). */
export class OfficeRuleFields {
  @Nested(() => LocalizedDto, { label: { zh: '依据', en: 'source' } })
  source!: LocalizedDto;

  @Instant({
    label: { zh: '生效时间', en: 'time it takes effect' },
    optional: true,
    description: 'Now unless given; never in the past / 不填为立即生效，不得早于现在',
  })
  effectiveFrom?: Date;
}

export class SiteRuleFields extends OfficeRuleFields {
  @Id({
    label: { zh: '项目', en: 'site' },
    optional: true,
    description: 'Left out: every site without a row of its own / 不填表示没有单独设置的所有项目',
  })
  siteId?: string;
}

export class ShiftDto {
  @Text({ label: { zh: '开始', en: 'beginning' }, max: 5, example: '08:30' })
  from!: string;

  @Text({ label: { zh: '结束', en: 'end' }, max: 5, example: '12:00' })
  to!: string;
}

export class HoursDto {
  @NestedList(() => ShiftDto, { label: { zh: '工作日时段', en: 'shifts on workdays' }, max: 8 })
  workday!: ShiftDto[];

  @NestedList(() => ShiftDto, { label: { zh: '周六时段', en: 'shifts on Saturdays' }, max: 8 })
  saturday!: ShiftDto[];

  @NestedList(() => ShiftDto, { label: { zh: '周日时段', en: 'shifts on Sundays' }, max: 8 })
  sunday!: ShiftDto[];

  @NestedList(() => ShiftDto, { label: { zh: '节假日时段', en: 'shifts on holidays' }, max: 8 })
  holiday!: ShiftDto[];
}

export class SetServiceHoursDto extends SiteRuleFields {
  @OneOf(serviceFunctions, function_)
  function!: ServiceFunction;

  @Nested(() => HoursDto, { label: { zh: '服务时间', en: 'service hours' } })
  hours!: HoursDto;
}

export class HolidayDto {
  @Text({ label: { zh: '日期', en: 'date' }, max: 10, example: '2027-01-01' })
  date!: string;

  @OneOf(['holiday', 'make-up-workday'], { label: { zh: '类型', en: 'kind' } })
  kind!: HolidayKind;

  @Nested(() => LocalizedDto, { label: { zh: '名称', en: 'name' } })
  name!: LocalizedDto;
}

export class SetHolidaysDto extends OfficeRuleFields {
  @WholeNumber({ label: { zh: '年份', en: 'year' }, min: 2024, max: 2100 })
  year!: number;

  @NestedList(() => HolidayDto, { label: { zh: '节假日和调休上班日', en: 'holidays and make-up workdays' }, min: 1, max: 100 })
  days!: HolidayDto[];
}

export class DurationDto {
  @WholeNumber({ label: { zh: '数值', en: 'amount' }, min: 0, max: 100_000 })
  amount!: number;

  @OneOf(units, { label: { zh: '单位', en: 'unit' } })
  unit!: Unit;
}

export class SetServiceTargetDto extends SiteRuleFields {
  @Text({ label: { zh: '类别', en: 'class' }, max: 50, example: 'P2' })
  class!: string;

  @Text({ label: { zh: '承诺', en: 'promise' }, max: 50, example: 'answer' })
  promise!: string;

  @OneOf(serviceFunctions, function_)
  function!: ServiceFunction;

  @OneOf(countedFrom, { label: { zh: '起算点', en: 'what it counts from' }, optional: true })
  countsFrom?: CountedFrom;

  @NestedList(() => DurationDto, {
    label: { zh: '时限', en: 'limits' },
    max: 4,
    description: 'The earliest of several holds; none where it is said in words / 多项取最早；仅文字约定时为空',
  })
  limits!: DurationDto[];

  @Nested(() => LocalizedDto, { label: { zh: '文字约定', en: 'promise in words' }, optional: true })
  words?: LocalizedDto;
}

export class EscalationLevelDto {
  @Text({ label: { zh: '级别名称', en: 'name of the level' }, max: 50 })
  name!: string;

  @OneOf(['start', 'due'], { label: { zh: '起算点', en: 'what it counts from' } })
  base!: 'start' | 'due';

  @Nested(() => DurationDto, { label: { zh: '多久之后', en: 'time after it' } })
  after!: DurationDto;

  @OneOf(recipients, { label: { zh: '通知对象', en: 'recipient' } })
  to!: Recipient;

  @OneOf(recipients, { label: { zh: '下班后通知对象', en: 'recipient at night' }, optional: true, description: '当日下班后至次日上班前，不含午间 / Between two days of service, not over midday' })
  toOutsideService?: Recipient;
}

export class SetEscalationPlanDto extends SiteRuleFields {
  @Text({ label: { zh: '类别', en: 'class' }, max: 50, example: 'P2' })
  class!: string;

  @Text({
    label: { zh: '承诺', en: 'promise' },
    max: 50,
    optional: true,
    description: 'Left out: every promise of the class without a plan of its own / 不填表示该类别的其他承诺',
  })
  promise?: string;

  @Flag({ label: { zh: '紧急', en: 'urgency' } })
  urgent!: boolean;

  @OneOf(serviceFunctions, function_)
  function!: ServiceFunction;

  @NestedList(() => EscalationLevelDto, { label: { zh: '级别', en: 'levels' }, min: 1, max: 12 })
  levels!: EscalationLevelDto[];
}
