import { ApiProperty } from '@nestjs/swagger';
import { audienceScopes, noticeChannels, noticeKinds, roles, type NoticeChannel, type NoticeKind } from '@property-office/contracts';
import { contentIn } from '../domain/notice-content';
import { noticeStates, type NoticeState } from '../domain/notice-states';
import type { Notice } from '../persistence/notice.entity';

export class NoticeTextView {
  @ApiProperty()
  title!: string;

  @ApiProperty()
  body!: string;
}

export class AudienceTargetView {
  @ApiProperty({ enum: audienceScopes })
  scope!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  placeId!: string | null;

  @ApiProperty({ enum: roles, nullable: true })
  role!: string | null;
}

/** An edition of a notice as the API shows it: its words as they stand in the text that is hashed. */
export class NoticeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'N-20261123-10007' })
  number!: string;

  @ApiProperty({ description: 'Each correction is a new edition / 更正即新版本' })
  edition!: number;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: noticeStates })
  status!: NoticeState;

  @ApiProperty({ enum: noticeKinds })
  kind!: NoticeKind;

  @ApiProperty({ enum: ['reviewed', 'night'] })
  lane!: string;

  @ApiProperty({ type: NoticeTextView })
  zh!: NoticeTextView;

  @ApiProperty({ type: NoticeTextView, nullable: true })
  en!: NoticeTextView | null;

  @ApiProperty({ type: [String] })
  attachmentIds!: string[];

  @ApiProperty({ type: [AudienceTargetView] })
  audience!: AudienceTargetView[];

  @ApiProperty({ enum: noticeChannels, isArray: true })
  channels!: NoticeChannel[];

  @ApiProperty()
  onPublicBoard!: boolean;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  validUntil!: string | null;

  @ApiProperty()
  acknowledge!: boolean;

  @ApiProperty({ type: Number, nullable: true })
  remindAfterHours!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of a correction / 更正说明' })
  whatChanged!: string | null;

  @ApiProperty({ description: 'SHA-256 of the canonical text: what is approved, and what an approval names / 内容校验值' })
  contentHash!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Why it came back / 退回意见' })
  remarks!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  approvedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  approvedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  releaseAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  releasedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: string | null;

  @ApiProperty({ type: String, nullable: true })
  withdrawnBecause!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  correctsId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  correctedById!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reviewBy!: string | null;

  @ApiProperty({ enum: ['accepted', 'objected'], nullable: true })
  verdict!: string | null;

  @ApiProperty({ type: String, nullable: true })
  reviewRemarks!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function viewOf(notice: Notice): NoticeView {
  const content = contentIn(notice.content);
  return {
    id: notice.id,
    number: notice.number,
    edition: notice.edition,
    siteId: notice.siteId,
    status: notice.state,
    kind: notice.kind,
    lane: notice.lane,
    zh: content.zh,
    en: content.en,
    attachmentIds: content.attachments.map(({ id }) => id),
    audience: content.audience,
    channels: content.channels,
    onPublicBoard: content.onPublicBoard,
    validUntil: content.validUntil,
    acknowledge: content.acknowledge,
    remindAfterHours: content.remindAfterHours,
    whatChanged: content.whatChanged,
    contentHash: notice.contentHash,
    remarks: notice.remarks,
    approvedBy: notice.approvedBy,
    approvedAt: shown(notice.approvedAt),
    releaseAt: shown(notice.releaseAt),
    releasedAt: shown(notice.releasedAt),
    endedAt: shown(notice.endedAt),
    withdrawnBecause: notice.withdrawnBecause,
    correctsId: notice.correctsId,
    correctedById: notice.correctedById,
    reviewBy: shown(notice.reviewBy),
    verdict: notice.verdict,
    reviewRemarks: notice.reviewRemarks,
    happenedAt: notice.happenedAt.toISOString(),
    recordedAt: notice.recordedAt.toISOString(),
    version: notice.version,
  };
}

function shown(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
