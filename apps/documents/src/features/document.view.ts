import { ApiProperty } from '@nestjs/swagger';
import { confidentialities, documentUrgencies, type Confidentiality, type DocumentUrgency } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { incomingMoves, incomingStateNames, incomingStates, legalIncomingMoves, type IncomingMove, type IncomingState } from '../domain/incoming-states';
import { folderOf } from '../domain/register-number';
import type { IncomingDocument } from '../persistence/incoming-document.entity';

/** An incoming document as lists and answers show it. */
export class IncomingDocumentView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '收文〔2026〕17号' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ format: 'uuid' })
  registerId!: string;

  @ApiProperty({ enum: incomingStates })
  status!: IncomingState;

  @ApiProperty({ example: '待批示', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty()
  sender!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The sender’s own number / 来文字号' })
  theirNumber!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  documentDate!: string | null;

  @ApiProperty()
  copies!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'As stated when it was registered; null: as counted of its files / 登记的页数' })
  pages!: number | null;

  @ApiProperty({ enum: documentUrgencies })
  urgency!: DocumentUrgency;

  @ApiProperty({ enum: confidentialities })
  confidentiality!: Confidentiality;

  @ApiProperty({ description: 'There is an original of paper / 有纸质原件' })
  paper!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  mailId!: string | null;

  @ApiProperty({ format: 'date-time' })
  receivedAt!: string;

  @ApiProperty({ type: String, nullable: true })
  sentBackReason!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '拟办意见' })
  proposal!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  proposedBy!: string | null;

  @ApiProperty({ type: String, nullable: true, description: '批示' })
  decision!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  decidedBy!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '承办人' })
  actingPersonId!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '承办期限' })
  dueAt!: string | null;

  @ApiProperty()
  answerNeeded!: boolean;

  @ApiProperty({ type: String, nullable: true, description: '办理结果' })
  result!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '督办人' })
  supervisedBy!: string | null;

  @ApiProperty({ description: '催办次数' })
  reminders!: number;

  @ApiProperty({ type: String, nullable: true })
  answer!: string | null;

  @ApiProperty({ type: String, nullable: true })
  answeredHow!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt!: string | null;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  filedAt!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '收文/2026/0017', description: 'Where it lies once it is filed / 存放位置' })
  folder!: string | null;

  @ApiProperty({ type: String, nullable: true })
  voidReason!: string | null;

  @ApiProperty({ enum: incomingMoves, isArray: true, description: 'What the state allows now / 当前可做的操作' })
  allowed!: IncomingMove[];

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function documentView(document: IncomingDocument): IncomingDocumentView {
  const { id, number, siteId, registerId, state, title, sender, theirNumber, copies, pages, urgency, confidentiality, paper, mailId } = document;
  const { sentBackReason, proposal, proposedBy, decision, decidedBy, actingPersonId, answerNeeded, result, supervisedBy, reminders } = document;
  const { answer, answeredHow, voidReason, version } = document;
  return {
    id,
    number,
    siteId,
    registerId,
    status: state,
    statusName: inAskedLanguage(incomingStateNames[state]),
    title,
    sender,
    theirNumber,
    documentDate: iso(document.documentDate),
    copies,
    pages,
    urgency,
    confidentiality,
    paper,
    mailId,
    receivedAt: document.receivedAt.toISOString(),
    sentBackReason,
    proposal,
    proposedBy,
    decision,
    decidedBy,
    actingPersonId,
    dueAt: iso(document.dueAt),
    answerNeeded,
    result,
    supervisedBy,
    reminders,
    answer,
    answeredHow,
    answeredAt: iso(document.answeredAt),
    filedAt: iso(document.filedAt),
    folder: document.filedAt && folderOf(number),
    voidReason,
    allowed: legalIncomingMoves(state),
    happenedAt: document.happenedAt.toISOString(),
    recordedAt: document.recordedAt.toISOString(),
    version,
  };
}

export const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
