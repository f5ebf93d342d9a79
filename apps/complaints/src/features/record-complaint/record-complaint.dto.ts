import { complaintKinds, type ComplaintKind } from '@property-office/contracts';
import { ActFields, Flag, Id, Ids, Instant, Nested, OneOf, Phone, Text, WholeNumber } from '@property-office/service-kit';

export class ComplainantContactDto {
  @Text({ label: { zh: '投诉人姓名', en: 'name of the complainant' }, max: 50 })
  name!: string;

  @Phone({ label: { zh: '投诉人电话', en: 'phone of the complainant' } })
  phone!: string;
}

/** On how many households' behalf the desk heard it: a list of signatures, a neighbour for the staircase. */
export function Households(): PropertyDecorator {
  return WholeNumber({ label: { zh: '代表的户数（含本户）', en: 'households they speak for' }, min: 1, max: 10_000, optional: true });
}

export class RecordComplaintDto extends ActFields {
  @OneOf(complaintKinds, { label: { zh: '投诉类别', en: 'kind of complaint' } })
  kind!: ComplaintKind;

  @Text({ label: { zh: '投诉人原话', en: "the complainant's own words" }, max: 4000, multiline: true })
  words!: string;

  @Id({ label: { zh: '项目', en: 'site' }, optional: true })
  siteId?: string;

  @Id({ label: { zh: '投诉人房屋', en: 'home of the complainant' }, optional: true })
  homeId?: string;

  @Id({ label: { zh: '代投诉人', en: 'person it is recorded for' }, optional: true })
  onBehalfOf?: string;

  @Nested(() => ComplainantContactDto, { label: { zh: '联系方式', en: 'contact' }, optional: true })
  contact?: ComplainantContactDto;

  @Ids({ label: { zh: '被投诉人', en: 'people complained about' }, max: 10, optional: true })
  aboutPersonIds?: string[];

  @Ids({ label: { zh: '被投诉班组', en: 'crews complained about' }, max: 5, optional: true })
  aboutCrewIds?: string[];

  /** Who complains need not know who somebody is: the desk finds that out. */
  @Text({ label: { zh: '被投诉人（岗位、姓名或描述）', en: 'whom it is about: position, name or description' }, max: 300, multiline: true, optional: true })
  aboutWords?: string;

  @Flag({ label: { zh: '是否涉及人身伤害或安全', en: 'injury or safety' }, optional: true })
  injuryOrSafety?: boolean;

  @Households()
  households?: number;

  @OneOf(['hotline', 'media'], { label: { zh: '来源', en: 'outside channel' }, optional: true })
  outside?: 'hotline' | 'media';

  @Text({ label: { zh: '热线工单号', en: 'number of the hotline' }, max: 100, optional: true })
  hotlineNumber?: string;

  @Instant({ label: { zh: '热线要求的办结时间', en: 'deadline of the hotline' }, optional: true })
  hotlineDeadline?: Date;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 9, optional: true })
  attachmentIds?: string[];
}
