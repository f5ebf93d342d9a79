import { PageQuery, Text } from '@property-office/service-kit';

export class ReadBoardQuery extends PageQuery {
  @Text({ label: { zh: '搜索内容', en: 'search text' }, max: 100, optional: true })
  q?: string;
}
