import { ApiProperty } from '@nestjs/swagger';
import { confidentialities, documentUrgencies, outgoingKinds, type Confidentiality, type DocumentUrgency, type OutgoingKind } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import type { Attendance } from '../domain/attendance';
import { legalOutgoingMoves, outgoingMoves, outgoingStateNames, outgoingStates, type OutgoingMove, type OutgoingState } from '../domain/outgoing-states';
import { folderOf } from '../domain/register-number';
import type { OutgoingDocument } from '../persistence/outgoing-document.entity';
import { iso } from './document.view';

/** Who was at a meeting, by name. */
export class AttendanceView implements Attendance {
  @ApiProperty({ type: [String], description: '出席' })
  present!: string[];

  @ApiProperty({ type: [String], description: '请假' })
  absent!: string[];

  @ApiProperty({ type: [String], description: '列席' })
  observers!: string[];
}

/** An outgoing document as lists and answers show it; what it says is on its own page. */
export class OutgoingDocumentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'F-20261128-10001', description: 'Of its draft / 文稿编号' })
  draftNumber!: string;

  @ApiProperty({ type: String, nullable: true, example: '发文〔2026〕7号', description: 'Null until it is registered / 登记前为空' })
  number!: string | null;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: outgoingStates })
  status!: OutgoingState;

  @ApiProperty({ example: '待签发', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ enum: outgoingKinds })
  kind!: OutgoingKind;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: [String], description: '主送单位' })
  recipients!: string[];

  @ApiProperty({ type: [String], description: 'Who else has it / 抄送单位' })
  copiesTo!: string[];

  @ApiProperty({ type: AttendanceView, nullable: true, description: 'Of minutes alone / 会议出席情况' })
  attendance!: AttendanceView | null;

  @ApiProperty({ enum: documentUrgencies })
  urgency!: DocumentUrgency;

  @ApiProperty({ enum: confidentialities })
  confidentiality!: Confidentiality;

  @ApiProperty({ format: 'uuid', description: '拟稿人' })
  draftedBy!: string;

  @ApiProperty({ type: [String], description: 'Everybody who wrote of it: none of them signs it / 参与拟稿的人' })
  authorIds!: string[];

  @ApiProperty({ description: 'Counts the versions of its text / 文稿版本' })
  textVersion!: number;

  @ApiProperty({ description: 'Of what it says, typography left out (SHA-256) / 文稿内容的散列值' })
  textHash!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '核稿人' })
  reviewerId!: string | null;

  @ApiProperty({ type: String, nullable: true })
  returnedReason!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '签发人' })
  signedBy!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '签发时间' })
  signedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the text that was signed off / 所签文稿的散列值' })
  signedHash!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  registerId!: string | null;

  @ApiProperty({ description: 'Printed of its last version / 现行文稿的印制份数' })
  copies!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Of a copy with its attachments / 每份页数，含附件' })
  pages!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'As counted when it was printed; null where an attachment cannot be / 印制时按文件计的页数' })
  countedPages!: number | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why somebody stated another number / 页数与文件不符的原因' })
  pagesReason!: string | null;

  @ApiProperty({ description: '已用印份数' })
  sealedCopies!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  releasedAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  filedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '发文/2026/0007', description: 'Where it lies once it is filed / 存放位置' })
  folder!: string | null;

  @ApiProperty({ description: 'The version of the template it was begun with; 0: as shipped / 所用模板版本' })
  templateVersion!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Why it was discarded or voided / 撤销或作废原因' })
  endedReason!: string | null;

  @ApiProperty({ enum: outgoingMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: OutgoingMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function outgoingView(document: OutgoingDocument): OutgoingDocumentView {
  const { id, draftNumber, number, siteId, state, kind, title, recipients, copiesTo, attendance, urgency, confidentiality, draftedBy, authorIds } = document;
  const { textVersion, textHash, reviewerId, returnedReason, signedBy, signedHash, registerId, copies, pages, countedPages, pagesReason, sealedCopies, endedReason, version } = document;
  return {
    id,
    draftNumber,
    number,
    siteId,
    status: state,
    statusName: inAskedLanguage(outgoingStateNames[state]),
    kind,
    title,
    recipients,
    copiesTo,
    attendance,
    urgency,
    confidentiality,
    draftedBy,
    authorIds,
    textVersion,
    textHash,
    reviewerId,
    returnedReason,
    signedBy,
    signedAt: iso(document.signedAt),
    signedHash,
    registerId,
    copies,
    pages,
    countedPages,
    pagesReason,
    sealedCopies,
    releasedAt: iso(document.releasedAt),
    filedAt: iso(document.filedAt),
    folder: document.filedAt && folderOf(number!),
    templateVersion: document.templateVersion,
    endedReason,
    allowed: legalOutgoingMoves(document),
    happenedAt: document.happenedAt.toISOString(),
    recordedAt: document.recordedAt.toISOString(),
    version,
  };
}
