import { conversionKinds, visitorKinds, type ConversionKind, type VisitorKind } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, Instant, Nested, OneOf, Text, WholeNumber } from '@property-office/service-kit';
import { Signs } from './signs.field';

/** Where: a home, or a public place. */
export class ConvertedPlaceDto {
  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Id({ label: { zh: '公共地点', en: 'public place' }, optional: true })
  place?: string;
}

export class WishedWindowDto {
  @Instant({ label: { zh: '方便上门的开始时间', en: 'start of the preferred window' } })
  from!: Date;

  @Instant({ label: { zh: '方便上门的结束时间', en: 'end of the preferred window' } })
  to!: Date;
}

export class ConvertedRepairDto {
  @Text({ label: { zh: '报修类别', en: 'category' }, max: 50 })
  category!: string;

  @Nested(() => ConvertedPlaceDto, {
    label: { zh: '报修地点', en: 'location' },
    optional: true,
    description: '留空则为来电人的房屋 / Left out: the home of the caller',
  })
  location?: ConvertedPlaceDto;

  @OneOf(['normal', 'urgent'], { label: { zh: '紧急程度', en: 'urgency' }, optional: true })
  urgency?: 'normal' | 'urgent';

  @Nested(() => WishedWindowDto, { label: { zh: '方便上门的时间', en: 'preferred window' }, optional: true })
  preferredWindow?: WishedWindowDto;
}

export class ConvertedComplaintDto {
  @Text({ label: { zh: '投诉类别', en: 'category of the complaint' }, max: 50, optional: true })
  category?: string;

  @Id({ label: { zh: '被投诉人', en: 'person complained about' }, optional: true })
  aboutPersonId?: string;

  @Ids({ label: { zh: '被投诉人', en: 'people complained about' }, max: 10, optional: true })
  aboutPersonIds?: string[];

  @Ids({ label: { zh: '被投诉班组', en: 'crews complained about' }, max: 5, optional: true })
  aboutCrewIds?: string[];

  @Id({
    label: { zh: '并入的投诉', en: 'complaint that is joined' },
    optional: true,
    description: '同一事项未结案的投诉：来电人加入为投诉人 / An open complaint on the same matter: the caller becomes one more of its complainants',
  })
  joins?: string;

  @WholeNumber({ label: { zh: '代表的户数（含本户）', en: 'households they speak for' }, min: 1, max: 10_000, optional: true })
  households?: number;

  @Signs()
  signs?: string[];

  @Text({ label: { zh: '热线工单号', en: 'hotline number' }, max: 100, optional: true })
  hotlineNumber?: string;

  @Instant({ label: { zh: '热线时限', en: 'hotline deadline' }, optional: true })
  hotlineDeadline?: Date;
}

export class ConvertedVisitorDto {
  @OneOf(visitorKinds, { label: { zh: '访客类型', en: 'kind of visitor' } })
  kind!: VisitorKind;

  @Id({ label: { zh: '被访人', en: 'host' } })
  hostId!: string;

  @Id({
    label: { zh: '被访房屋', en: 'home that is visited' },
    optional: true,
    description: '留空则为来电人的房屋 / Left out: the home of the caller',
  })
  homeId?: string;

  @Instant({ label: { zh: '来访开始时间', en: 'start of the visit' } })
  from!: Date;

  @Instant({ label: { zh: '来访结束时间', en: 'end of the visit' } })
  until!: Date;

  @Text({
    label: { zh: '访客姓名', en: 'name of the visitor' },
    max: 50,
    optional: true,
    description: '留空则为来电人 / Left out: the caller',
  })
  name?: string;

  @WholeNumber({ label: { zh: '来访人数', en: 'number of visitors' }, min: 1, max: 200, optional: true })
  partySize?: number;
}

export class ConvertContactDto extends ActFields {
  @OneOf(conversionKinds, { label: { zh: '转为', en: 'kind it becomes' } })
  to!: ConversionKind;

  @Text({
    label: { zh: '内容', en: 'description' },
    max: 2000,
    multiline: true,
    optional: true,
    description: '留空则为来电人原话；原话只有截图时为客服摘要，没有摘要则必填 / Left out: the words of the caller, or the summary where a screenshot says them; with neither it is asked for',
  })
  description?: string;

  @Id({ label: { zh: '公共地点', en: 'public place it is about' }, optional: true })
  place?: string;

  @Flag({
    label: { zh: '已核实来电人', en: 'caller confirmed' },
    optional: true,
    description:
      '按号码匹配的住户已核实是本人：投诉或建议归其所有 / The resident a number belongs to was asked and it is them: the complaint or suggestion becomes theirs',
  })
  callerConfirmed?: boolean;

  @Nested(() => ConvertedRepairDto, { label: { zh: '报修', en: 'repair' }, optional: true })
  repair?: ConvertedRepairDto;

  @Nested(() => ConvertedComplaintDto, { label: { zh: '投诉', en: 'complaint' }, optional: true })
  complaint?: ConvertedComplaintDto;

  @Nested(() => ConvertedVisitorDto, { label: { zh: '访客', en: 'visitor' }, optional: true })
  visitor?: ConvertedVisitorDto;
}
