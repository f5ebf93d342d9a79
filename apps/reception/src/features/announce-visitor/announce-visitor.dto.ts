import { visitorKinds, type VisitorKind } from '@property-office/contracts';
import { ActFields, Id, Instant, OneOf, Phone, Text, WholeNumber } from '@property-office/service-kit';

/** Neither a photo nor an identity card is asked for, and a field for one is refused (W2.1). */
export class AnnounceVisitorDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(visitorKinds, { label: { zh: '访客类型', en: 'kind of visitor' } })
  kind!: VisitorKind;

  @Id({ label: { zh: '被访人', en: 'host' }, optional: true, description: '留空则为本人 / Left out: oneself' })
  hostId?: string;

  @Id({ label: { zh: '被访房屋', en: 'home that is visited' }, optional: true })
  homeId?: string;

  @Text({ label: { zh: '访客姓名', en: 'name of the visitor' }, max: 50 })
  name!: string;

  @Phone({ label: { zh: '访客电话', en: 'number of the visitor' }, optional: true })
  phone?: string;

  @Text({ label: { zh: '来访事由', en: 'purpose of the visit' }, max: 200, optional: true })
  purpose?: string;

  @WholeNumber({ label: { zh: '来访人数', en: 'number of visitors' }, min: 1, max: 200, optional: true })
  partySize?: number;

  @Instant({ label: { zh: '来访开始时间', en: 'start of the visit' } })
  from!: Date;

  @Instant({ label: { zh: '来访结束时间', en: 'end of the visit' } })
  until!: Date;
}
