import { mailKinds, type MailKind } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, OneOf, Text } from '@property-office/service-kit';

export class SignForMailDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(mailKinds, { label: { zh: '邮件类型', en: 'kind of mail' } })
  kind!: MailKind;

  @Text({ label: { zh: '寄件人', en: 'sender' }, max: 200 })
  sender!: string;

  @Id({ label: { zh: '收件人', en: 'addressee' } })
  addresseeId!: string;

  @Text({ label: { zh: '主题', en: 'subject' }, max: 300, optional: true })
  subject?: string;

  @Text({ label: { zh: '快递单号或来文字号', en: 'number of the carrier or the sender' }, max: 100, optional: true })
  theirNumber?: string;

  @Flag({ label: { zh: '公务邮件', en: 'official' }, optional: true, description: '须当日登记为收文 / To be registered the same workday' })
  official?: boolean;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 20, optional: true })
  attachmentIds?: string[];
}
