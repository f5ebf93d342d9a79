import { ActFields, Flag, Text } from '@property-office/service-kit';

export class ScanDocumentDto extends ActFields {
  @Text({ label: { zh: '流转单二维码', en: 'code of the slip' }, max: 100 })
  token!: string;

  @Text({ label: { zh: '所在位置', en: 'place' }, max: 100, optional: true })
  place?: string;

  @Flag({ label: { zh: '接收原件', en: 'takes the original' }, optional: true, description: '不填：有纸质原件即为接收 / Left out: yes, where there is one of paper' })
  took?: boolean;
}
