import { ActFields, Id, Nested, Text } from '@property-office/service-kit';
import { ComplainantContactDto } from '../record-complaint/record-complaint.dto';

export class JoinComplaintDto extends ActFields {
  @Id({ label: { zh: '投诉人', en: 'complainant' }, optional: true })
  personId?: string;

  @Id({ label: { zh: '投诉人房屋', en: 'home of the complainant' }, optional: true })
  homeId?: string;

  @Nested(() => ComplainantContactDto, { label: { zh: '联系方式', en: 'contact' }, optional: true })
  contact?: ComplainantContactDto;

  @Text({ label: { zh: '投诉人原话', en: "the complainant's own words" }, max: 4000, multiline: true, optional: true })
  words?: string;
}
