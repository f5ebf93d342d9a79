import { ActFields, Id, Ids, Text } from '@property-office/service-kit';

export class WriteEnquiryDto extends ActFields {
  @Id({
    label: { zh: '房屋', en: 'home' },
    optional: true,
    description: '只有一套房屋时可留空 / May be left out by whoever has one home only',
  })
  homeId?: string;

  @Text({ label: { zh: '咨询内容', en: 'your own words' }, max: 2000, multiline: true })
  words!: string;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];
}
