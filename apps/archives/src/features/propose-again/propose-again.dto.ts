import { ActFields, Ids, Text } from '@property-office/service-kit';

export class ProposeAgainDto extends ActFields {
  @Text({ label: { zh: '说明', en: 'what was done' }, max: 500, multiline: true })
  remarks!: string;

  @Ids({ label: { zh: '补充文件', en: 'files that were missing' }, max: 20, optional: true })
  attachmentIds?: string[];
}
