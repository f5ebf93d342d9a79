import { ActFields, Id, Ids, Instant, Nested, OneOf, Phone, Text } from '@property-office/service-kit';

export class ContactDto {
  @Text({ label: { zh: '联系人姓名', en: 'name of the contact' }, max: 50 })
  name!: string;

  @Phone({ label: { zh: '联系电话', en: 'phone of the contact' } })
  phone!: string;
}

/** Where: a home, or a public place. */
export class LocationDto {
  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Id({ label: { zh: '公共地点', en: 'public place' }, optional: true })
  place?: string;
}

export class WindowDto {
  @Instant({ label: { zh: '方便上门的开始时间', en: 'start of the preferred window' } })
  from!: Date;

  @Instant({ label: { zh: '方便上门的结束时间', en: 'end of the preferred window' } })
  to!: Date;
}

export class ReportRepairDto extends ActFields {
  @Text({ label: { zh: '报修类别', en: 'category' }, max: 50 })
  category!: string;

  @Text({ label: { zh: '问题描述', en: 'description' }, max: 2000, multiline: true })
  description!: string;

  @Nested(() => LocationDto, { label: { zh: '报修地点', en: 'location' } })
  location!: LocationDto;

  @Nested(() => ContactDto, { label: { zh: '联系人', en: 'contact' }, optional: true })
  contact?: ContactDto;

  @OneOf(['normal', 'urgent'], { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: 'normal' | 'urgent';

  @Nested(() => WindowDto, { label: { zh: '方便上门的时间', en: 'preferred window' }, optional: true })
  preferredWindow?: WindowDto;

  @Instant({ label: { zh: '发现时间', en: 'time it was seen' }, optional: true })
  seenAt?: Date;

  @Ids({ label: { zh: '照片', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];

  @Id({ label: { zh: '代报对象', en: 'person it is reported for' }, optional: true })
  onBehalfOf?: string;

  @Text({ label: { zh: '外部编号', en: 'external reference' }, max: 200, optional: true })
  externalReference?: string;
}
