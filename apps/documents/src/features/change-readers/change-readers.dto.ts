import { ActFields, Ids, Text } from '@property-office/service-kit';

export class ChangeReadersDto extends ActFields {
  @Ids({ label: { zh: '增加的传阅人', en: 'readers to add' }, max: 100, optional: true })
  add?: string[];

  @Ids({ label: { zh: '不再传阅的人', en: 'readers to leave out' }, max: 100, optional: true })
  leaveOut?: string[];

  @Text({ label: { zh: '调整原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
