import { ApiProperty } from '@nestjs/swagger';
import { complaintChannels, complaintDecisions, complaintKinds, majorReasons } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { complaintStates, stateNames, type ComplaintState } from '../domain/complaint-states';
import { complaintMoves, legalMoves } from '../domain/complaint-states';
import type { Complaint } from '../persistence/complaint.entity';

export class NumberedComplaintView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'C-20261127-10001' })
  number!: string;
}

/** What everybody who sees the case sees of it, its complainants too: nothing of who complains. */
export class ComplaintView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'C-20261127-10001' })
  number!: string;

  @ApiProperty({ type: String, nullable: true, example: '12345-20261127001', description: 'Of the hotline whose deadline leads; a complainant sees their own / 热线工单号' })
  hotlineNumber!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'What the hotline asks; `dueAt` is earlier / 热线要求的办结时间' })
  hotlineDeadline!: string | null;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: complaintStates })
  status!: ComplaintState;

  @ApiProperty({ example: '处理中', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ description: 'Each dispute begins another round / 异议轮次' })
  round!: number;

  @ApiProperty({ description: 'How many levels up it has gone / 升级层级' })
  level!: number;

  @ApiProperty({ enum: complaintKinds })
  kind!: string;

  @ApiProperty({ enum: complaintChannels })
  channel!: string;

  @ApiProperty()
  words!: string;

  @ApiProperty()
  major!: boolean;

  @ApiProperty({ enum: majorReasons, isArray: true })
  majorBecause!: string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  handlerId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'By when it is to be solved; null where no time is promised / 办结期限' })
  dueAt!: string | null;

  @ApiProperty({ enum: complaintDecisions, nullable: true, type: String })
  decision!: string | null;

  @ApiProperty({ type: String, nullable: true })
  apology!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  promisedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  explanation!: string | null;

  @ApiProperty({ type: String, nullable: true })
  helpGiven!: string | null;

  @ApiProperty({ type: String, nullable: true })
  result!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  feedbackAt!: string | null;

  @ApiProperty({ enum: ['accepted', 'no-answer', 'dissent'], nullable: true, type: String })
  answer!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  extendedUntil!: string | null;

  @ApiProperty({ type: NumberedComplaintView, nullable: true, description: 'The complaint of the same matter that goes on for it / 并入的投诉' })
  mergedInto!: NumberedComplaintView | null;

  @ApiProperty({ enum: complaintMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: string[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function viewOf(complaint: Complaint): ComplaintView {
  return {
    id: complaint.id,
    number: complaint.number,
    hotlineNumber: complaint.hotlineNumber,
    hotlineDeadline: iso(complaint.hotlineDeadline),
    siteId: complaint.siteId,
    status: complaint.state,
    statusName: inAskedLanguage(stateNames[complaint.state]),
    round: complaint.round,
    level: complaint.level,
    kind: complaint.kind,
    channel: complaint.channel,
    words: complaint.words,
    major: complaint.majorBecause.length > 0,
    majorBecause: complaint.majorBecause,
    handlerId: complaint.handlerId,
    dueAt: iso(complaint.dueAt),
    decision: complaint.decision,
    apology: complaint.apology,
    promisedAt: iso(complaint.promisedAt),
    explanation: complaint.explanation,
    helpGiven: complaint.helpGiven,
    result: complaint.result,
    feedbackAt: iso(complaint.feedbackAt),
    answer: complaint.answer,
    extendedUntil: complaint.extensionToldAt && iso(complaint.extensionUntil),
    mergedInto: complaint.mergedInto === null ? null : { id: complaint.mergedInto, number: complaint.mergedIntoNumber! },
    allowed: legalMoves(complaint.state),
    happenedAt: complaint.happenedAt.toISOString(),
    recordedAt: complaint.recordedAt.toISOString(),
    version: complaint.version,
  };
}

export const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
