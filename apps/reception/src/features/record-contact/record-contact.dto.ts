import { deskChannels } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, Nested, OneOf, Phone, Text } from '@property-office/service-kit';

/** Who turned to the office: a person directory knows, or what a stranger told. */
export class CallerDto {
  @Id({ label: { zh: '住户', en: 'resident' }, optional: true })
  personId?: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Text({ label: { zh: '姓名', en: 'name' }, max: 50, optional: true })
  name?: string;

  @Phone({ label: { zh: '电话', en: 'telephone number' }, optional: true })
  phone?: string;
}

export class RecordContactDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(deskChannels, { label: { zh: '来电来访方式', en: 'channel' } })
  channel!: (typeof deskChannels)[number];

  @Nested(() => CallerDto, { label: { zh: '来电来访人', en: 'caller' }, optional: true })
  caller?: CallerDto;

  @Text({
    label: { zh: '来电人原话', en: "caller's own words" },
    max: 2000,
    multiline: true,
    optional: true,
    description: '聊天消息附有截图时可不填 / May be left out of a message with a screenshot attached',
  })
  ownWords?: string;

  @Text({ label: { zh: '客服摘要', en: "agent's summary" }, max: 1000, multiline: true, optional: true })
  summary?: string;

  @Flag({ label: { zh: '已复述确认', en: 'words read back' }, optional: true })
  readBack?: boolean;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];
}
