import { ActFields, Text } from '@property-office/service-kit';

export class HandOverCopyDto extends ActFields {
  @Text({ label: { zh: '领取人', en: 'name of who receives them' }, max: 100 })
  receivedBy!: string;
}
