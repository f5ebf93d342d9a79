import { Id, Phone, Text } from '@property-office/service-kit';

export class CreatePersonDto {
  @Id({
    label: { zh: '项目', en: 'site' },
    optional: true,
    description: 'Left out for people of the company / 公司人员不填',
  })
  siteId?: string;

  @Text({ label: { zh: '姓名', en: 'name' }, max: 100 })
  name!: string;

  @Phone({ label: { zh: '联系电话', en: 'telephone number' }, optional: true })
  phone?: string;
}
