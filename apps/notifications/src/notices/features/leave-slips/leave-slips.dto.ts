import { ActFields, Flag, Ids } from '@property-office/service-kit';

export class LeaveSlipsDto extends ActFields {
  @Ids({ label: { zh: '房屋', en: 'homes' }, min: 1, max: 500, optional: true })
  homeIds?: string[];

  /** All that are not left yet, instead of naming them. */
  @Flag({ label: { zh: '全部', en: 'all' }, optional: true })
  all?: boolean;
}
