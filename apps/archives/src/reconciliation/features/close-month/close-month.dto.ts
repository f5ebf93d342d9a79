import { ActFields, Text } from '@property-office/service-kit';

export class CloseMonthDto extends ActFields {
  @Text({ label: { zh: '结账说明', en: 'remarks' }, max: 500, multiline: true, optional: true })
  remarks?: string;
}
