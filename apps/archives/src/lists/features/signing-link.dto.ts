import { linkWays, secondPersonBodies, type LinkWay, type SecondPersonBody } from '@property-office/contracts';
import { ActFields, OneOf, Phone, Text, WholeNumber } from '@property-office/service-kit';
import { mostLinkHours } from '../domain/signing-link';

/** What whoever issues a link for a signature says of who gets it. */
export class SigningLinkDto extends ActFields {
  @Text({ label: { zh: '签字人姓名', en: 'name of who signs' }, max: 100 })
  name!: string;

  @OneOf(secondPersonBodies, { label: { zh: '签字人所属', en: 'body they are of' } })
  body!: SecondPersonBody;

  @OneOf(linkWays, { label: { zh: '发送方式', en: 'way it is sent' } })
  sentBy!: LinkWay;

  @Phone({ label: { zh: '签字人手机号', en: 'telephone of who signs' }, description: 'Their own: compared with those of who applied, approved or signs, not kept / 本人的手机号，仅用于与申请人、批准人、签字人核对，不保存' })
  phone!: string;

  @WholeNumber({ label: { zh: '有效小时数', en: 'hours it is good for' }, min: 1, max: mostLinkHours, optional: true })
  validHours?: number;
}
