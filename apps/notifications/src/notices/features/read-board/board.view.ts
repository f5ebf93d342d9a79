import { ApiProperty } from '@nestjs/swagger';
import { noticeKinds } from '@property-office/contracts';
import { contentIn } from '../../domain/notice-content';
import type { Notice } from '../../persistence/notice.entity';
import { NoticeTextView } from '../notice.view';

export class BoardFileView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;
}

/** A notice as everybody sees it. */
export class BoardNoticeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  number!: string;

  @ApiProperty()
  edition!: number;

  @ApiProperty({ enum: noticeKinds })
  kind!: string;

  @ApiProperty({ type: NoticeTextView })
  zh!: NoticeTextView;

  @ApiProperty({ type: NoticeTextView, nullable: true })
  en!: NoticeTextView | null;

  @ApiProperty({ type: String, nullable: true })
  whatChanged!: string | null;

  @ApiProperty({ format: 'date-time' })
  releasedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  validUntil!: string | null;

  @ApiProperty({ type: [BoardFileView] })
  attachments!: BoardFileView[];
}

export class BoardView {
  @ApiProperty()
  name!: string;

  @ApiProperty()
  nameEn!: string;

  @ApiProperty({ type: [BoardNoticeView] })
  items!: BoardNoticeView[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function boardNoticeOf(notice: Notice): BoardNoticeView {
  const { zh, en, whatChanged, validUntil, attachments } = contentIn(notice.content);
  return {
    id: notice.id,
    number: notice.number,
    edition: notice.edition,
    kind: notice.kind,
    zh,
    en,
    whatChanged,
    releasedAt: notice.releasedAt!.toISOString(),
    validUntil,
    attachments: attachments.map(({ id, name }) => ({ id, name, url: `/api/board/${notice.siteId}/attachments/${id}` })),
  };
}
