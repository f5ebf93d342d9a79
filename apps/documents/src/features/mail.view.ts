import { ApiProperty } from '@nestjs/swagger';
import { mailKinds, type MailKind } from '@property-office/contracts';
import { inAskedLanguage } from '@property-office/service-kit';
import { mailStateNames, mailStates, type MailState } from '../domain/mail-states';
import type { MailItem } from '../persistence/mail-item.entity';
import { iso } from './document.view';

/** A piece of mail as the API shows it. */
export class MailView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'P-20261123-10007' })
  number!: string;

  @ApiProperty({ format: 'uuid' })
  siteId!: string;

  @ApiProperty({ enum: mailStates })
  status!: MailState;

  @ApiProperty({ example: '待领取', description: 'The state as people call it / 状态名称' })
  statusName!: string;

  @ApiProperty({ enum: mailKinds })
  kind!: MailKind;

  @ApiProperty()
  sender!: string;

  @ApiProperty({ type: String, nullable: true })
  subject!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of the carrier or the sender / 快递单号或来文字号' })
  theirNumber!: string | null;

  @ApiProperty({ description: 'For the office: to be registered the same workday / 公务邮件' })
  official!: boolean;

  @ApiProperty({ format: 'uuid' })
  addresseeId!: string;

  @ApiProperty({ format: 'uuid', description: '签收人' })
  signedBy!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  collectedAt!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The document it became / 转成的收文' })
  documentId!: string | null;

  @ApiProperty({ format: 'date-time' })
  happenedAt!: string;

  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;

  @ApiProperty({ description: 'Counts every change; its ETag' })
  version!: number;
}

export function mailView(mail: MailItem): MailView {
  const { id, number, siteId, state, kind, sender, subject, theirNumber, official, addresseeId, signedBy, documentId, version } = mail;
  return {
    id,
    number,
    siteId,
    status: state,
    statusName: inAskedLanguage(mailStateNames[state]),
    kind,
    sender,
    subject,
    theirNumber,
    official,
    addresseeId,
    signedBy,
    collectedAt: iso(mail.collectedAt),
    documentId,
    happenedAt: mail.happenedAt.toISOString(),
    recordedAt: mail.recordedAt.toISOString(),
    version,
  };
}
