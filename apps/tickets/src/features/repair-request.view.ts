import { ApiProperty } from '@nestjs/swagger';
import { dispatchModes, repairClasses, type RepairClass } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import type { GoesOn } from '../domain/repair-event';
import { repairStates, stateNames, type RepairState } from '../domain/repair-states';
import type { RepairRequest } from '../persistence/repair-request.entity';

export class RepairLocationView {
  @ApiProperty({ enum: ['home', 'place'] })
  kind!: 'home' | 'place';

  @ApiProperty({ format: 'uuid' })
  id!: string;
}

export class RepairWindowView {
  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  to!: string;
}

export class RepairContactView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ example: '138****0000' })
  phone!: string;
}

/** Another repair request, by its name; whether one may see it is decided where it is read. */
export class RepairNameView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'R-20261123-10008' })
  number!: string;
}

/** The request that goes on for a double, and how it stands: for whoever may see the double, no words, places or people. */
export class GoesOnView {
  @ApiProperty({ example: 'R-20261123-10008' })
  number!: string;

  @ApiProperty({ enum: repairStates })
  status!: RepairState;

  @ApiProperty({ example: '处理中', description: 'In the language asked for / 按请求语言' })
  statusName!: string;
}

export function goesOnView({ number, state }: GoesOn): GoesOnView {
  return { number, status: state, statusName: inAskedLanguage(stateNames[state]) };
}

/** A repair request as the API shows it. */
export class RepairRequestView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'R-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: repairStates })
  status!: RepairState;

  @ApiProperty({ description: 'Each reopening starts a new episode / 返修轮次' })
  episode!: number;

  @ApiProperty()
  category!: string;

  @ApiProperty({ enum: repairClasses })
  repairClass!: RepairClass;

  @ApiProperty({ enum: dispatchModes })
  dispatchMode!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty({ type: RepairLocationView })
  location!: RepairLocationView;

  @ApiProperty({ enum: ['normal', 'urgent'] })
  urgency!: 'normal' | 'urgent';

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'By when the work is to be done / 计划完成时间' })
  plannedFor!: string | null;

  @ApiProperty({ description: '被催单的次数 / How often it was urged' })
  urgedCount!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUrgedAt!: string | null;

  @ApiProperty({ type: Number, nullable: true, minimum: 1, maximum: 5, description: '报修人对本轮结果的评价 / What the reporter says of the result of this episode' })
  rating!: number | null;

  @ApiProperty({ type: RepairNameView, nullable: true, description: '并入了哪条报修 / The request that goes on for this one' })
  mergedInto!: RepairNameView | null;

  @ApiProperty({ type: RepairWindowView, nullable: true })
  preferredWindow!: RepairWindowView | null;

  @ApiProperty({ format: 'date-time', nullable: true })
  seenAt!: string | null;

  @ApiProperty({
    type: RepairContactView,
    nullable: true,
    description: 'Masked, except where its own reporter reads it / 已脱敏，本人查看时除外',
  })
  contact!: RepairContactView | null;

  @ApiProperty({ enum: ['portal', 'desk', 'technician', 'import'] })
  channel!: string;

  @ApiProperty({ type: String, nullable: true })
  externalReference!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The contact it was converted from / 来自哪条来电来访' })
  contactId!: string | null;

  @ApiProperty({ type: [String] })
  attachmentIds!: string[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

/** @param contact in full or masked: `RepairViews` decides */
export function viewOf(request: RepairRequest, contact: RepairContactView | null): RepairRequestView {
  const { preferredFrom, preferredTo } = request;
  return {
    id: request.id,
    number: request.number,
    siteId: request.siteId,
    status: request.state,
    episode: request.episode,
    category: request.category,
    repairClass: request.repairClass,
    dispatchMode: request.dispatchMode,
    description: request.description,
    location: { kind: request.locationKind, id: request.locationId },
    urgency: request.urgent ? 'urgent' : 'normal',
    plannedFor: request.plannedFor?.toISOString() ?? null,
    urgedCount: request.urgedCount,
    lastUrgedAt: request.lastUrgedAt?.toISOString() ?? null,
    rating: request.ratedEpisode === request.episode ? request.rating : null,
    mergedInto: request.mergedInto && request.mergedIntoNumber ? { id: request.mergedInto, number: request.mergedIntoNumber } : null,
    preferredWindow: preferredFrom && preferredTo ? { from: preferredFrom.toISOString(), to: preferredTo.toISOString() } : null,
    seenAt: request.seenAt?.toISOString() ?? null,
    contact,
    channel: request.channel,
    externalReference: request.externalReference,
    contactId: request.contactId,
    attachmentIds: request.attachmentIds,
    happenedAt: request.happenedAt.toISOString(),
    recordedAt: request.recordedAt.toISOString(),
    version: request.version,
  };
}
