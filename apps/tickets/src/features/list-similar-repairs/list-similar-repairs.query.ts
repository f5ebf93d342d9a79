import { Id, Text } from '@property-office/service-kit';

export class ListSimilarRepairsQuery {
  @Text({ label: { zh: '报修类别', en: 'category' }, max: 50 })
  category!: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;

  @Id({ label: { zh: '公共地点', en: 'public place' }, optional: true })
  place?: string;
}
