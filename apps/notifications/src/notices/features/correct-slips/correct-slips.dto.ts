import { ActFields, Ids, Text } from '@property-office/service-kit';

export class CorrectSlipsDto extends ActFields {
  @Ids({ label: { zh: '房屋', en: 'homes' }, min: 1, max: 500 })
  homeIds!: string[];

  @Text({ label: { zh: '更正说明', en: 'what was wrong' }, max: 500, multiline: true })
  reason!: string;
}
