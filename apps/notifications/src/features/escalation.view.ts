import { ApiProperty } from '@nestjs/swagger';
import { promiseInWords } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';
import { escalationStates, type EscalationState } from '../domain/escalation-states';
import type { Escalation } from '../persistence/escalations';

export class EscalatedObjectView {
  @ApiProperty({ example: 'repair-request' })
  type!: string;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: 'R-20261123-10007', description: 'Null of what has none / 没有编号的为空' })
  number!: string | null;
}

/** Something late that was escalated to whoever asks, and what they did about it. */
export class EscalationView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: EscalatedObjectView })
  object!: EscalatedObjectView;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty()
  promise!: string;

  @ApiProperty({ description: 'In the language of the request / 按请求语言' })
  title!: string;

  @ApiProperty({ example: 'P1' })
  class!: string;

  @ApiProperty({ description: 'Level of the escalation plan / 升级级别' })
  level!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Whose deputy was told / 代谁处理' })
  forPersonId!: string | null;

  @ApiProperty({ format: 'date-time' })
  dueAt!: string;

  @ApiProperty({ format: 'date-time' })
  reachedAt!: string;

  @ApiProperty({ description: 'Later shown to be on time / 经补录证实未超时' })
  laterOnTime!: boolean;

  @ApiProperty({ enum: escalationStates })
  status!: EscalationState;

  @ApiProperty({ type: String, nullable: true })
  note!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  actedAt!: string | null;

  @ApiProperty()
  version!: number;
}

export function escalationView(escalation: Escalation, language: keyof Localized): EscalationView {
  const { objectType: type, objectId: id, number, promise } = escalation;
  const words = promiseInWords(promise, language);
  const called = { zh: number === null ? '' : `${number} 的`, en: number === null ? '' : `${number}: ` };
  return {
    id: escalation.id,
    object: { type, id, number },
    siteId: escalation.siteId,
    promise,
    title: language === 'zh' ? `${called.zh}“${words}”已升级给您` : `${called.en}“${words}” was escalated to you`,
    class: escalation.class,
    level: escalation.level,
    forPersonId: escalation.forPersonId,
    dueAt: escalation.dueAt.toISOString(),
    reachedAt: escalation.reachedAt.toISOString(),
    laterOnTime: escalation.shownOnTime,
    status: escalation.state,
    note: escalation.note,
    acknowledgedAt: escalation.acknowledgedAt?.toISOString() ?? null,
    actedAt: escalation.actedAt?.toISOString() ?? null,
    version: escalation.version,
  };
}
