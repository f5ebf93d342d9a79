import { linkWays, secondPersonBodies, type LinkWay, type SecondPersonBody } from '@property-office/contracts';
import { ActFields, OneOf, Phone, Text, WholeNumber } from '@property-office/service-kit';
import { mostLinkHours } from '../../domain/approval-link';

export class IssueApprovalLinkDto extends ActFields {
  @Text({ label: { zh: '审核人姓名', en: 'name of the approver' }, max: 100 })
  name!: string;

  @OneOf(secondPersonBodies, { label: { zh: '审核人所属', en: 'body the approver is of' } })
  body!: SecondPersonBody;

  @OneOf(linkWays, { label: { zh: '发送方式', en: 'way it is sent' } })
  sentBy!: LinkWay;

  @Phone({ label: { zh: '审核人手机号', en: 'telephone of the approver' }, optional: true, description: 'Of whoever is to decide. Needed for SMS; else it or an e-mail, on paper and in a chat too: compared with those of its authors, not kept / 审核人本人的手机号。短信发送时必填；其他方式（含纸质、聊天）须填手机号或邮箱之一，仅用于与起草人、送审人核对，不保存' })
  phone?: string;

  @Text({ label: { zh: '审核人邮箱', en: 'e-mail of the approver' }, max: 254, optional: true, description: 'Of whoever is to decide. Needed for e-mail; compared, not kept / 审核人本人的邮箱。邮件发送时必填，仅用于核对，不保存' })
  email?: string;

  @WholeNumber({ label: { zh: '有效小时数', en: 'hours it is good for' }, min: 1, max: mostLinkHours, optional: true })
  validHours?: number;
}
