import { ApiProperty } from '@nestjs/swagger';
import { followUpStates, type FollowUpState } from '../domain/follow-up-states';
import type { FollowUp } from '../persistence/follow-up.entity';

/** A follow-up as the API shows it. */
export class FollowUpView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of a repair / 报修回访' })
  repairRequestId!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'R-20261123-10007' })
  repairNumber!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Of a complaint / 投诉回访' })
  complaintId!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'C-20261127-10001' })
  complaintNumber!: string | null;

  @ApiProperty({ description: 'A major complaint is followed up by the director / 重大投诉由主任回访' })
  major!: boolean;

  @ApiProperty({
    type: String,
    enum: ['another-site', 'same-site'],
    nullable: true,
    description: 'Everybody whose it was handled the case: who does it instead / 经办人回避后由谁回访',
  })
  passedOnTo!: string | null;

  @ApiProperty({ description: 'Episode of the request, or round of the complaint / 返修轮次或异议轮次' })
  episode!: number;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: followUpStates })
  status!: FollowUpState;

  @ApiProperty({ enum: ['telephone', 'door', 'message'] })
  channel!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  reporterId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  firstTryBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  nextTryAt!: string | null;

  @ApiProperty()
  tries!: number;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  takenBy!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  rating!: number | null;

  @ApiProperty({ type: String, nullable: true })
  comment!: string | null;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function viewOf(followUp: FollowUp): FollowUpView {
  return {
    id: followUp.id,
    repairRequestId: followUp.repairRequestId,
    repairNumber: followUp.repairNumber,
    complaintId: followUp.complaintId,
    complaintNumber: followUp.complaintNumber,
    major: followUp.major,
    passedOnTo: followUp.passedOnTo,
    episode: followUp.episode,
    siteId: followUp.siteId,
    status: followUp.state,
    channel: followUp.channel,
    reporterId: followUp.reporterId,
    firstTryBy: followUp.firstTryBy?.toISOString() ?? null,
    nextTryAt: followUp.nextTryAt?.toISOString() ?? null,
    tries: followUp.tries,
    takenBy: followUp.takenBy,
    rating: followUp.rating,
    comment: followUp.comment,
    recordedAt: followUp.recordedAt.toISOString(),
    version: followUp.version,
  };
}
