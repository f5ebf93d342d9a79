import { ActFields, Text, WholeNumber } from '@property-office/service-kit';

export class ApproveSealDto extends ActFields {
  @Text({ label: { zh: '印章名称', en: 'seal' }, max: 100 })
  seal!: string;

  @Text({ label: { zh: '用印事由', en: 'reason' }, max: 500 })
  reason!: string;

  @WholeNumber({ label: { zh: '用印份数', en: 'number of copies' }, min: 1, max: 999 })
  copies!: number;
}
