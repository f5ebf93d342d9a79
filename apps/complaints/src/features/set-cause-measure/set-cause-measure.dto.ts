import { causeSources, type CauseSource } from '@property-office/contracts';
import { ActFields, Code, Id, Instant, Month, OneOf, Text } from '@property-office/service-kit';

export class SetCauseMeasureDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Month({ label: { zh: '月份', en: 'month' } })
  month!: string;

  @OneOf(causeSources, { label: { zh: '来源', en: 'source' } })
  source!: CauseSource;

  @Code({ label: { zh: '原因', en: 'cause' }, description: '投诉类别、报修类别或标准答复 / A kind of complaint, a category of repairs, or the id of a standard answer', example: 'noise' })
  cause!: string;

  @Text({ label: { zh: '选择该原因的理由', en: 'reason for this cause' }, max: 500, multiline: true, optional: true, description: '不在三个主要原因之内时必填 / Where it is none of the three largest' })
  reason?: string;

  @Text({ label: { zh: '改进措施', en: 'measure' }, max: 2000, multiline: true })
  measure!: string;

  @Id({ label: { zh: '负责人', en: 'owner' } })
  ownerId!: string;

  @Instant({ label: { zh: '完成期限', en: 'due date' } })
  dueAt!: Date;
}
