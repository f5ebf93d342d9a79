import { Flag, Nested, Phone, Text } from '@property-office/service-kit';

export class CareContactDto {
  @Text({ label: { zh: '联系人姓名', en: 'name of the contact' }, max: 100 })
  name!: string;

  @Phone({ label: { zh: '联系人电话', en: 'telephone of the contact' } })
  phone!: string;

  @Text({ label: { zh: '与住户的关系', en: 'what they are to the household' }, max: 50, optional: true })
  relation?: string;
}

/** The whole of it: what is left out is gone, but not what they consented to. */
export class ChangeHomeCareDto {
  @Flag({ label: { zh: '家中没有电话', en: 'nobody there has a telephone' }, optional: true })
  noPhone?: boolean;

  @Text({
    label: { zh: '上门须知', en: 'wishes' },
    max: 300,
    multiline: true,
    optional: true,
    example: '听力不好，请按两次门铃',
  })
  wishes?: string;

  @Nested(() => CareContactDto, { label: { zh: '代联系人', en: 'who is called instead' }, optional: true })
  contact?: CareContactDto;

  /** Of whoever there has neither asked for it nor refused it. Left out: as it was. */
  @Flag({ label: { zh: '停水停电和安全公告发短信', en: 'outage and safety notices by SMS' }, optional: true })
  urgentBySms?: boolean;
}
