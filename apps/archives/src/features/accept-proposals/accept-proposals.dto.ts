import { recordSources, type RecordSource } from '@property-office/contracts';
import { ActFields, Id, Ids, OneOf } from '@property-office/service-kit';

export class AcceptProposalsDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(recordSources, { label: { zh: '来源', en: 'source' }, optional: true })
  source?: RecordSource;

  @Ids({ label: { zh: '归档建议', en: 'proposals' }, max: 50, optional: true, description: '不填为最早的 50 项 / Left out: the oldest fifty' })
  ids?: string[];

  @Id({ label: { zh: '上一批最后一项', en: 'last one of the batch before' }, optional: true, description: '填上一批返回的 next，从其后继续 / `next` of the batch before: goes on behind it' })
  after?: string;
}
