import { appraisalVerdicts, retentions, type AppraisalVerdict, type Retention } from '@property-office/contracts';
import { ActFields, Ids, OneOf, Text } from '@property-office/service-kit';

export class GiveOpinionDto extends ActFields {
  @Ids({ label: { zh: '档案', en: 'records' }, max: 100, optional: true, description: '不填为您尚未鉴定的全部 / Left out: all that you have not judged yet' })
  recordIds?: string[];

  @OneOf(appraisalVerdicts, { label: { zh: '意见', en: 'verdict' } })
  verdict!: AppraisalVerdict;

  @OneOf(retentions, { label: { zh: '继续保管期限', en: 'new term' }, optional: true, description: '自鉴定当年起 / From the year of the appraisal on' })
  retention?: Retention;

  @Text({ label: { zh: '理由', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
