import { ApiProperty } from '@nestjs/swagger';
import { dispatchModes, pauseReasons, repairClasses, skills, type RepairClass } from '@property-office/contracts';
import { DoorView, doorView } from '@property-office/home-care';
import { legalMoves, unfinishedStates, workOrderMoves, workOrderStates, type WorkOrderMove, type WorkOrderState } from '../domain/work-order-states';
import type { WorkOrder } from '../persistence/work-order.entity';
import { MaterialDto } from './finish-order/finish-order.dto';

export class WorkOrderPlaceView {
  @ApiProperty({ enum: ['home', 'place'] })
  kind!: 'home' | 'place';

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: '3栋2单元501' })
  label!: string | null;

  @ApiProperty({ type: String, nullable: true })
  labelEn!: string | null;
}

export class WorkOrderWindowView {
  @ApiProperty({ format: 'date-time' })
  from!: string;

  @ApiProperty({ format: 'date-time' })
  to!: string;
}

/** Why an order went to its crew. */
export class ChoiceView {
  @ApiProperty({ enum: dispatchModes })
  mode!: string;

  @ApiProperty({ enum: ['skill', 'general'], description: 'Chosen for the skill, or as a general crew for want of it / 按技能，或由综合班组顶替' })
  matched!: string;

  @ApiProperty()
  candidates!: number;

  @ApiProperty({ description: 'Unfinished orders of the crew before this one / 当时未完工单数' })
  openJobs!: number;

  @ApiProperty()
  cap!: number;
}

/** A work order as the API shows it. */
export class WorkOrderView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'W-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  repairRequestId!: string;

  @ApiProperty({ example: 'R-20261123-10007' })
  repairNumber!: string;

  @ApiProperty()
  episode!: number;

  @ApiProperty({ description: 'The order its episode begins with / 本轮首单' })
  first!: boolean;

  @ApiProperty({ enum: workOrderStates })
  status!: WorkOrderState;

  @ApiProperty({ enum: workOrderMoves, isArray: true, description: 'What the state allows now / 当前可以做的操作' })
  allowedMoves!: WorkOrderMove[];

  @ApiProperty({ enum: dispatchModes })
  mode!: string;

  @ApiProperty({ enum: skills })
  skill!: string;

  @ApiProperty({ enum: repairClasses })
  repairClass!: RepairClass;

  @ApiProperty()
  category!: string;

  @ApiProperty({ type: WorkOrderPlaceView })
  location!: WorkOrderPlaceView;

  @ApiProperty({ type: DoorView, nullable: true, description: 'Until the order is finished / 完工前可见' })
  door!: DoorView | null;

  @ApiProperty()
  description!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why a further order is needed / 续派原因' })
  reason!: string | null;

  @ApiProperty({ type: WorkOrderWindowView, nullable: true })
  preferredWindow!: WorkOrderWindowView | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  crewId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  technicianId!: string | null;

  @ApiProperty({ type: [String], description: 'Crews that may claim it / 可抢单的班组' })
  offeredTo!: string[];

  @ApiProperty({ type: ChoiceView, nullable: true })
  choice!: ChoiceView | null;

  @ApiProperty({ type: String, enum: pauseReasons, nullable: true })
  pauseReason!: string | null;

  @ApiProperty({ type: String, nullable: true })
  pauseNote!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reviewAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  workDone!: string | null;

  @ApiProperty({ type: [MaterialDto] })
  materials!: MaterialDto[];

  @ApiProperty({ type: [String] })
  attachmentIds!: string[];

  @ApiProperty({ type: [String] })
  helperIds!: string[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

/** Nobody goes there any more when it is over. */
function doorOf({ state, door }: WorkOrder): DoorView | null {
  return unfinishedStates.includes(state) ? doorView(door) : null;
}

export function viewOf(order: WorkOrder): WorkOrderView {
  const { preferredFrom, preferredTo, locationLabel } = order;
  return {
    id: order.id,
    number: order.number,
    siteId: order.siteId,
    repairRequestId: order.repairRequestId,
    repairNumber: order.repairNumber,
    episode: order.episode,
    first: order.first,
    status: order.state,
    allowedMoves: legalMoves(order.state),
    mode: order.mode,
    skill: order.skill,
    repairClass: order.repairClass,
    category: order.category,
    location: { kind: order.locationKind, id: order.locationId, label: locationLabel?.zh ?? null, labelEn: locationLabel?.en ?? null },
    door: doorOf(order),
    description: order.description,
    reason: order.reason,
    preferredWindow: preferredFrom && preferredTo ? { from: preferredFrom.toISOString(), to: preferredTo.toISOString() } : null,
    crewId: order.crewId,
    technicianId: order.technicianId,
    offeredTo: order.offeredTo,
    choice: order.choice,
    pauseReason: order.pauseReason,
    pauseNote: order.pauseNote,
    reviewAt: order.reviewAt?.toISOString() ?? null,
    workDone: order.workDone,
    materials: order.materials,
    attachmentIds: order.attachmentIds,
    helperIds: order.helperIds,
    happenedAt: order.happenedAt.toISOString(),
    recordedAt: order.recordedAt.toISOString(),
    version: order.version,
  };
}
