import { PageQuery, QueryFlag } from '@property-office/service-kit';

export class ListUnreachedHomesQuery extends PageQuery {
  @QueryFlag({ label: { zh: '是否已送达', en: 'whether its slip is left' }, optional: true })
  left?: boolean;
}
