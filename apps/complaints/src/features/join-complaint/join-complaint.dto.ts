import { ActFields, Id, Instant, Nested, Text } from '@property-office/service-kit';
import { ComplainantContactDto, Households } from '../record-complaint/record-complaint.dto';

export class JoinComplaintDto extends ActFields {
  @Id({ label: { zh: '投诉人', en: 'complainant' }, optional: true })
  personId?: string;

  @Id({ label: { zh: '投诉人房屋', en: 'home of the complainant' }, optional: true })
  homeId?: string;

  @Nested(() => ComplainantContactDto, { label: { zh: '联系方式', en: 'contact' }, optional: true })
  contact?: ComplainantContactDto;

  @Text({ label: { zh: '投诉人原话', en: "the complainant's own words" }, max: 4000, multiline: true, optional: true })
  words?: string;

  @Households()
  households?: number;

  @Text({ label: { zh: '热线工单号', en: 'number of the hotline' }, max: 100, optional: true })
  hotlineNumber?: string;

  @Instant({ label: { zh: '热线要求的办结时间', en: 'deadline of the hotline' }, optional: true })
  hotlineDeadline?: Date;
}
