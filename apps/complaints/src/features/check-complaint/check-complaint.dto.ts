import { AskedPrincipalDto } from '@property-office/backbone';
import type { ComplaintCheck } from '@property-office/contracts';
import { Flag, Id, Ids, Instant, Nested, Text } from '@property-office/service-kit';

export class CheckComplaintDto implements Omit<ComplaintCheck, 'hotlineDeadline'> {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '投诉类别', en: 'kind of complaint' }, max: 50, optional: true })
  category?: string;

  @Id({ label: { zh: '被投诉人', en: 'person complained about' }, optional: true })
  aboutPersonId?: string;

  @Ids({ label: { zh: '被投诉人', en: 'people complained about' }, max: 10, optional: true })
  aboutPersonIds?: string[];

  @Ids({ label: { zh: '被投诉班组', en: 'crews complained about' }, max: 5, optional: true })
  aboutCrewIds?: string[];

  @Id({ label: { zh: '并入的投诉', en: 'complaint that is joined' }, optional: true })
  joins?: string;

  @Nested(() => AskedPrincipalDto, { label: { zh: '转办人', en: 'who converts' }, optional: true })
  principal?: AskedPrincipalDto;

  @Id({ label: { zh: '投诉人', en: 'complainant' }, optional: true })
  complainantId?: string;

  @Flag({ label: { zh: '来自热线', en: 'from the hotline' } })
  fromHotline!: boolean;

  @Text({ label: { zh: '热线工单号', en: 'number of the hotline' }, max: 100, optional: true })
  hotlineNumber?: string;

  @Instant({ label: { zh: '热线要求的办结时间', en: 'deadline of the hotline' }, optional: true })
  hotlineDeadline?: Date;
}
