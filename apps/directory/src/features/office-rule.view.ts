import { serviceFunctions, units } from '@property-office/calendar';
import { roles } from '@property-office/contracts';
import { countedFrom, type RuleKind } from '@property-office/deadlines';
import { ApiProperty } from '@nestjs/swagger';
import type { ListedRule } from '../persistence/office-rules';

const recipients = ['responsible', ...roles];

export class RuleTextView {
  @ApiProperty()
  zh!: string;

  @ApiProperty()
  en!: string;
}

/** A row: added, never changed. */
export class OfficeRuleView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null: every site without a row of its own / 所有项目' })
  siteId!: string | null;

  @ApiProperty({ type: RuleTextView })
  source!: RuleTextView;

  @ApiProperty({ format: 'date-time' })
  effectiveFrom!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'The row in effect now / 当前生效' })
  current!: boolean;
}

export class ShiftView {
  @ApiProperty({ example: '08:30' })
  from!: string;

  @ApiProperty({ example: '12:00' })
  to!: string;
}

export class HoursView {
  @ApiProperty({ type: [ShiftView] })
  workday!: ShiftView[];

  @ApiProperty({ type: [ShiftView] })
  saturday!: ShiftView[];

  @ApiProperty({ type: [ShiftView] })
  sunday!: ShiftView[];

  @ApiProperty({ type: [ShiftView] })
  holiday!: ShiftView[];
}

export class ServiceHoursView extends OfficeRuleView {
  @ApiProperty({ enum: serviceFunctions })
  function!: string;

  @ApiProperty({ type: HoursView })
  hours!: HoursView;
}

export class HolidayView {
  @ApiProperty({ format: 'date' })
  date!: string;

  @ApiProperty({ enum: ['holiday', 'make-up-workday'] })
  kind!: string;

  @ApiProperty({ type: RuleTextView })
  name!: RuleTextView;
}

export class HolidaysView extends OfficeRuleView {
  @ApiProperty()
  year!: number;

  @ApiProperty({ type: [HolidayView] })
  days!: HolidayView[];
}

export class DurationView {
  @ApiProperty()
  amount!: number;

  @ApiProperty({ enum: units })
  unit!: string;
}

export class ServiceTargetView extends OfficeRuleView {
  @ApiProperty()
  class!: string;

  @ApiProperty()
  promise!: string;

  @ApiProperty({ enum: serviceFunctions })
  function!: string;

  @ApiProperty({ enum: countedFrom })
  countsFrom!: string;

  @ApiProperty({ type: [DurationView] })
  limits!: DurationView[];

  @ApiProperty({ type: RuleTextView, nullable: true })
  words!: RuleTextView | null;
}

export class EscalationLevelView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['start', 'due'] })
  base!: string;

  @ApiProperty({ type: DurationView })
  after!: DurationView;

  @ApiProperty({ enum: recipients })
  to!: string;

  @ApiProperty({ enum: recipients, required: false, description: 'In place of `to` between two days of service / 当日下班后至次日上班前' })
  toOutsideService?: string;
}

export class EscalationPlanView extends OfficeRuleView {
  @ApiProperty()
  class!: string;

  @ApiProperty({ type: String, nullable: true })
  promise!: string | null;

  @ApiProperty()
  urgent!: boolean;

  @ApiProperty({ enum: serviceFunctions })
  function!: string;

  @ApiProperty({ type: [EscalationLevelView] })
  levels!: EscalationLevelView[];
}

interface Views {
  hours: ServiceHoursView;
  holidays: HolidaysView;
  target: ServiceTargetView;
  plan: EscalationPlanView;
}

/** A row as the API shows it: what it says beside what every row says. */
export function ruleView<K extends RuleKind>({ rule, current }: ListedRule<K>): Views[K] {
  const { id, siteId, source, effectiveFrom, recordedAt, content } = rule;
  const row = { id, siteId, source, effectiveFrom: effectiveFrom.toISOString(), recordedAt: recordedAt.toISOString(), current };
  if (!('plan' in content)) return { ...row, ...content } as unknown as Views[K];
  const { plan, ...rest } = content;
  return { ...row, ...rest, ...plan } as unknown as Views[K];
}
