import { ActFields, Text, WholeNumber } from '@property-office/service-kit';

export class RecordReceiptDto extends ActFields {
  @WholeNumber({ label: { zh: '发送序号', en: 'delivery' }, min: 1, max: 100 })
  delivery!: number;

  @Text({ label: { zh: '签收人', en: 'person who received it' }, max: 100, optional: true })
  receivedBy?: string;

  @Text({ label: { zh: '未签收原因', en: 'reason why nobody did' }, max: 500, multiline: true, optional: true })
  missingReason?: string;
}
