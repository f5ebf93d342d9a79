import { ApiProperty } from '@nestjs/swagger';
import { PromiseView } from '@property-office/deadlines';
import { OutgoingDocumentView } from '../outgoing.view';
import { AttachmentTextView, DocumentAttachmentView } from '../read-document/document-detail.view';
import { SealUseView } from '../seal-use.view';

/** One version of the text; what it says is read by comparing it. */
export class TextVersionView {
  @ApiProperty()
  n!: number;

  @ApiProperty({ enum: ['draft', 'edit', 'typography', 'substance'], description: '拟稿、修改、订正排版标点、修改内容' })
  change!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'Of title, text, attendance and copies, typography left out / 内容（标题、正文、出席情况、抄送单位）散列值' })
  textHash!: string;

  @ApiProperty({ description: 'Of the same to the letter / 逐字散列值' })
  exactHash!: string;

  @ApiProperty({ format: 'uuid' })
  madeBy!: string;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

/** Who said yes (核稿、会签、签发、复核), and to which text. */
export class OutgoingSignatureView {
  @ApiProperty({ enum: ['review', 'countersign', 'sign-off', 'check'] })
  kind!: string;

  @ApiProperty()
  textVersion!: number;

  @ApiProperty()
  textHash!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For whom / 代谁' })
  forId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  opinion!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Taken back: it does not hold / 已撤回' })
  withdrawnAt!: string | null;
}

/** Somebody who is to countersign (会签人). */
export class CountersignerView {
  @ApiProperty({ description: 'Which time it was submitted / 第几次送核' })
  round!: number;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  signedAt!: string | null;
}

export class OutgoingPrintView {
  @ApiProperty()
  textVersion!: number;

  @ApiProperty()
  copies!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Of a confidential document: the number of the first copy / 起始份号' })
  firstShare!: number | null;

  @ApiProperty({ format: 'uuid' })
  printedBy!: string;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;
}

/** What went to a recipient, and whether they confirmed it. */
export class OutgoingDeliveryView {
  @ApiProperty({ description: '发送序号' })
  delivery!: number;

  @ApiProperty()
  recipient!: string;

  @ApiProperty()
  how!: string;

  @ApiProperty()
  copies!: number;

  @ApiProperty({ type: [Number], description: '份号' })
  shares!: number[];

  @ApiProperty({ type: String, nullable: true, description: '签收人' })
  receivedBy!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '未签收原因' })
  missingReason!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  settledAt!: string | null;
}

/** One document, with what only its own page needs. */
export class OutgoingDocumentDetailView extends OutgoingDocumentView {
  @ApiProperty({ description: 'Of its last version / 现行正文' })
  body!: string;

  @ApiProperty({ type: [DocumentAttachmentView] })
  attachments!: DocumentAttachmentView[];

  @ApiProperty({ type: [AttachmentTextView] })
  attachmentTexts!: AttachmentTextView[];

  @ApiProperty({ type: [TextVersionView] })
  versions!: TextVersionView[];

  @ApiProperty({ type: [OutgoingSignatureView] })
  signatures!: OutgoingSignatureView[];

  @ApiProperty({ type: [CountersignerView] })
  countersigners!: CountersignerView[];

  @ApiProperty({ type: [OutgoingPrintView] })
  prints!: OutgoingPrintView[];

  @ApiProperty({ type: [SealUseView], description: '用印登记' })
  sealUses!: SealUseView[];

  @ApiProperty({ type: [OutgoingDeliveryView] })
  deliveries!: OutgoingDeliveryView[];

  @ApiProperty({ type: [PromiseView], description: 'What is promised about it, and how it stands / 时限' })
  promises!: PromiseView[];
}
