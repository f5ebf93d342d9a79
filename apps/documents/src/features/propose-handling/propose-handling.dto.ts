import { ActFields, Text } from '@property-office/service-kit';

export class ProposeHandlingDto extends ActFields {
  @Text({ label: { zh: '拟办意见', en: 'proposed handling' }, max: 2000, multiline: true })
  proposal!: string;
}
