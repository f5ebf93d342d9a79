import { ActFields, Text } from '@property-office/service-kit';

export class AnswerDocumentDto extends ActFields {
  @Text({ label: { zh: '答复方式', en: 'way it was answered' }, max: 100 })
  how!: string;

  @Text({ label: { zh: '答复内容', en: 'answer' }, max: 2000, multiline: true })
  answer!: string;
}
