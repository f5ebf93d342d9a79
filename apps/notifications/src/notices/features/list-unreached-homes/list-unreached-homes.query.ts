import { PageQuery, QueryFlag, Text } from '@property-office/service-kit';

export class ListUnreachedHomesQuery extends PageQuery {
  @QueryFlag({ label: { zh: '是否已送达', en: 'whether its slip is left' }, optional: true })
  left?: boolean;

  @Text({
    label: { zh: '搜索内容', en: 'search text' },
    max: 100,
    optional: true,
    description: '房号 / Number of the home: 3栋2单元501, 501',
  })
  q?: string;
}
