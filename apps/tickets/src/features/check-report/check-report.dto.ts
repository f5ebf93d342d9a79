import type { RepairCheck } from '@property-office/contracts';
import { Id, Instant, Nested, OneOf, Text } from '@property-office/service-kit';

export class CheckedLocationDto {
  @OneOf(['home', 'place'], { label: { zh: '地点类型', en: 'kind of place' } })
  kind!: 'home' | 'place';

  @Id({ label: { zh: '地点', en: 'place' } })
  id!: string;
}

export class CheckReportDto implements Omit<RepairCheck, 'preferredFrom' | 'preferredTo'> {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Text({ label: { zh: '报修类别', en: 'category' }, max: 50 })
  category!: string;

  @Nested(() => CheckedLocationDto, { label: { zh: '报修地点', en: 'location' } })
  location!: CheckedLocationDto;

  @Instant({ label: { zh: '方便上门的开始时间', en: 'start of the preferred window' }, optional: true })
  preferredFrom?: Date;

  @Instant({ label: { zh: '方便上门的结束时间', en: 'end of the preferred window' }, optional: true })
  preferredTo?: Date;
}
