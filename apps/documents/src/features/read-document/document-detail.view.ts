import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { AttachmentLink } from '@property-office/access';
import { confidentialities, documentUrgencies, noTextReasons, type Confidentiality, type DocumentUrgency, type NoTextReason } from '@property-office/contracts';
import { PromiseView } from '@property-office/deadlines';
import type { Said } from '../../domain/corrections';
import { IncomingDocumentView } from '../document.view';

/** Good for five minutes, for whoever has it. */
export class DocumentAttachmentView implements AttachmentLink {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri-reference' })
  url!: string;

  @ApiProperty({ format: 'uri-reference' })
  thumbnailUrl!: string;
}

/** Whether the search finds what an attachment says, and how many pages it has. */
export class AttachmentTextView {
  @ApiProperty({ format: 'uuid' })
  attachmentId!: string;

  @ApiProperty({ enum: ['waiting', 'read', 'none'], description: '待读取、可检索、无文字' })
  state!: 'waiting' | 'read' | 'none';

  @ApiProperty({ type: String, nullable: true, enum: [...noTextReasons, null], description: 'Why nothing of it can be read / 无法读取的原因' })
  reason!: NoTextReason | null;

  @ApiProperty({ type: Number, nullable: true, description: 'Null where nobody can count them, as of a DOCX, or has yet / 页数' })
  pages!: number | null;
}

/** A reader (传阅人) of one circulation, also one who was left out. */
export class ReaderView {
  @ApiProperty({ description: 'Which circulation / 第几次传阅' })
  circulation!: number;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty()
  position!: number;

  @ApiProperty({ format: 'uuid' })
  addedBy!: string;

  @ApiProperty({ type: String, nullable: true })
  addedReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  leftOutAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  leftOutBy!: string | null;

  @ApiProperty({ type: String, nullable: true })
  leftOutReason!: string | null;
}

/** A receipt of the slip. */
export class ScanView {
  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String, nullable: true })
  place!: string | null;

  @ApiProperty({ description: 'They have the original since / 从此持有原件' })
  took!: boolean;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

/** What was registered, as far as it was corrected; null: nothing was said there. */
export class RegisteredView implements Said {
  @ApiPropertyOptional()
  title?: string;

  @ApiPropertyOptional({ description: '来文单位' })
  sender?: string;

  @ApiPropertyOptional({ type: String, nullable: true, description: '来文字号' })
  theirNumber?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true, description: '成文日期' })
  documentDate?: string | null;

  @ApiPropertyOptional({ description: '份数' })
  copies?: number;

  @ApiPropertyOptional({ type: Number, nullable: true, description: '页数' })
  pages?: number | null;

  @ApiPropertyOptional({ enum: documentUrgencies, description: '紧急程度' })
  urgency?: DocumentUrgency;

  @ApiPropertyOptional({ enum: confidentialities, description: '密级' })
  confidentiality?: Confidentiality;
}

/** A correction (更正): what was registered before it, and since. */
export class CorrectionView {
  @ApiProperty()
  n!: number;

  @ApiProperty({ type: RegisteredView })
  was!: RegisteredView;

  @ApiProperty({ type: RegisteredView })
  became!: RegisteredView;

  @ApiProperty({ description: '更正原因' })
  reason!: string;

  @ApiProperty({ format: 'uuid', description: '更正人' })
  correctedBy!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For whom / 代谁' })
  correctedFor!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

/** One document, with what only its own page needs. */
export class IncomingDocumentDetailView extends IncomingDocumentView {
  @ApiProperty({ type: [DocumentAttachmentView] })
  attachments!: DocumentAttachmentView[];

  @ApiProperty({ type: [AttachmentTextView] })
  attachmentTexts!: AttachmentTextView[];

  @ApiProperty({ type: Number, nullable: true, description: 'Of all its files together; null where one of them cannot be counted / 按附件计的页数' })
  countedPages!: number | null;

  @ApiProperty({ type: [CorrectionView] })
  corrections!: CorrectionView[];

  @ApiProperty({ type: [ReaderView] })
  readers!: ReaderView[];

  @ApiProperty({ type: [String], description: 'Who has it to read now / 当前传阅人' })
  turn!: string[];

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Who has the original of paper / 原件持有人' })
  holderId!: string | null;

  @ApiProperty({ type: [ScanView] })
  scans!: ScanView[];

  @ApiProperty({ description: 'What the code on its slip says / 流转单二维码内容' })
  slipToken!: string;

  @ApiProperty({ type: [PromiseView], description: 'What is promised about it, and how it stands / 时限' })
  promises!: PromiseView[];
}
