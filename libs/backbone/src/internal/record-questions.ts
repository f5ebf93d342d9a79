import type { RecordMattersAsked } from '@property-office/contracts';
import { Id, Ids, Instant } from '@property-office/service-kit';

/** What archives asks each service that records are proposed from (`recordMatterPaths`). */
export class RecordMattersDto implements RecordMattersAsked {
  @Ids({ label: { zh: '归档事项', en: 'what records are proposed of' }, max: 100 })
  ids!: string[];
}

/** Likewise (`recordEventPaths`): what happened on a site within a time, page by page. */
export class RecordEventsDto {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Instant({ label: { zh: '起始时间', en: 'from' } })
  from!: Date;

  @Instant({ label: { zh: '截止时间', en: 'until' } })
  to!: Date;

  @Id({ label: { zh: '上一页最后一项', en: 'last of the page before' }, optional: true })
  after?: string;
}
