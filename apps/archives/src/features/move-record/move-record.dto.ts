import { ActFields, Text } from '@property-office/service-kit';

export class MoveRecordDto extends ActFields {
  @Text({ label: { zh: '库位', en: 'shelf' }, max: 100 })
  shelf!: string;
}
