import { ActFields, Text } from '@property-office/service-kit';

export class FinishDocumentDto extends ActFields {
  @Text({ label: { zh: '办理结果', en: 'result' }, max: 2000, multiline: true })
  result!: string;
}
