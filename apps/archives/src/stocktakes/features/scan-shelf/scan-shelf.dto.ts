import { ActFields, Text, Texts } from '@property-office/service-kit';

export class ScanShelfDto extends ActFields {
  @Text({ label: { zh: '库位', en: 'shelf' }, max: 100, description: '实际所在的库位 / Where they lie' })
  shelf!: string;

  @Texts({ label: { zh: '档号', en: 'numbers' }, max: 100, atMost: 200, description: '扫描的二维码，或档号、原档号 / As scanned, or typed; old numbers, too' })
  codes!: string[];
}
