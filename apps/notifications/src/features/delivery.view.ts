import { ApiProperty } from '@nestjs/swagger';
import { failureReasons } from '@property-office/channels';
import type { Localized } from '@property-office/kernel';
import { channels } from '../domain/channels';
import { deliveryStates } from '../domain/delivery-states';
import { reasonTexts } from '../persistence/failure-texts';
import type { AttemptRow, DeliveryRow } from '../persistence/read-deliveries';

export class DeliveryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: channels })
  channel!: string;

  @ApiProperty({ enum: deliveryStates })
  state!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Whom it is for; null for robots, webhooks and people who are not registered' })
  personId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The group robot or webhook' })
  endpointId!: string | null;

  @ApiProperty({ description: 'What kind of content it is' })
  contentType!: string;

  @ApiProperty({ type: String, nullable: true })
  contentKind!: string | null;

  @ApiProperty({ description: 'Passes quiet hours / 不受免打扰时段限制' })
  urgent!: boolean;

  @ApiProperty()
  attempts!: number;

  @ApiProperty({ enum: failureReasons, nullable: true })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'In the language asked for / 按请求语言' })
  reasonText!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the receiver said, without addresses and numbers' })
  detail!: string | null;

  @ApiProperty({ type: String, nullable: true, description: "The receiver's own name for it" })
  reference!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'While it waits' })
  nextTryAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  sentAt!: string | null;
}

export class DeliveryAttemptView {
  @ApiProperty()
  number!: number;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ enum: ['delivered', 'temporary', 'permanent', 'unknown'], description: 'unknown: the sender did not live to see the end of it, or is at it' })
  outcome!: string;

  @ApiProperty({ enum: failureReasons, nullable: true })
  reason!: string | null;

  @ApiProperty({ type: String, nullable: true })
  reasonText!: string | null;

  @ApiProperty({ type: String, nullable: true })
  detail!: string | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Milliseconds' })
  tookMs!: number | null;
}

export class DeliveryWithAttemptsView extends DeliveryView {
  @ApiProperty({ type: [DeliveryAttemptView] })
  log!: DeliveryAttemptView[];
}

export function deliveryView(row: DeliveryRow, language: keyof Localized): DeliveryView {
  const { id, siteId, channel, state, personId, endpointId, contentType, contentKind, urgent, attempts, lastReason, lastError, reference, createdAt } = row;
  return {
    id,
    siteId,
    channel,
    state,
    personId,
    endpointId,
    contentType,
    contentKind,
    urgent,
    attempts,
    reason: lastReason,
    reasonText: lastReason && reasonTexts[lastReason][language],
    detail: lastError,
    reference,
    createdAt: createdAt.toISOString(),
    nextTryAt: state === 'waiting' ? row.nextTryAt.toISOString() : null,
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

export function withAttempts(row: DeliveryRow, attempts: readonly AttemptRow[], language: keyof Localized): DeliveryWithAttemptsView {
  const log = attempts.map(({ number, at, outcome, reason, detail, tookMs }) => ({
    number,
    at: at.toISOString(),
    outcome: outcome ?? 'unknown',
    reason,
    reasonText: reason && reasonTexts[reason][language],
    detail,
    tookMs,
  }));
  return { ...deliveryView(row, language), log };
}
