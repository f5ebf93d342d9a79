import { ActFields, Flag, Id, Nested, Phone, Text } from '@property-office/service-kit';

export class PhoneNoteCallerDto {
  @Text({ label: { zh: '来电人姓名', en: 'name of the caller' }, max: 50, optional: true })
  name?: string;

  @Phone({ label: { zh: '来电人电话', en: 'number of the caller' }, optional: true })
  phone?: string;

  @Flag({ label: { zh: '匿名', en: 'anonymous' }, optional: true, description: '来电人不愿留下姓名和电话 / They wanted to leave neither name nor number' })
  anonymous?: boolean;
}

export class LeavePhoneNoteDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Id({ label: { zh: '转告对象', en: 'colleague' } })
  toPersonId!: string;

  @Nested(() => PhoneNoteCallerDto, { label: { zh: '来电人', en: 'caller' }, optional: true, description: '姓名或电话至少一项，或注明匿名 / A name, a number, or that they stayed anonymous' })
  caller?: PhoneNoteCallerDto;

  @Text({ label: { zh: '转告内容', en: 'message' }, max: 1000, multiline: true })
  message!: string;

  @Flag({ label: { zh: '紧急', en: 'urgent' }, optional: true })
  urgent?: boolean;
}
