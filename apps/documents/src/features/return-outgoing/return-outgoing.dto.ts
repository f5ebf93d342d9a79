import { ActFields, Text } from '@property-office/service-kit';

export class ReturnOutgoingDto extends ActFields {
  @Text({ label: { zh: '退回意见', en: 'remarks' }, max: 1000, multiline: true })
  reason!: string;
}
