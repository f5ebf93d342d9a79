import { ActFields, NestedList, Text, WholeNumber, WholeNumbers } from '@property-office/service-kit';

export class OutgoingDeliveryDto {
  @Text({ label: { zh: '收文单位', en: 'recipient' }, max: 200 })
  recipient!: string;

  @Text({ label: { zh: '发送方式', en: 'way it was sent' }, max: 100 })
  how!: string;

  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 999 })
  copies!: number;

  @WholeNumbers({ label: { zh: '份号', en: 'numbers of the copies' }, min: 1, max: 999_999, atMost: 999, optional: true, description: '保密件逐份登记 / Of a confidential document, of each copy' })
  shares?: number[];
}

export class ReleaseOutgoingDto extends ActFields {
  @NestedList(() => OutgoingDeliveryDto, { label: { zh: '发送', en: 'deliveries' }, min: 1, max: 200 })
  deliveries!: OutgoingDeliveryDto[];
}
