import { Phone, Text } from '@property-office/service-kit';

/** What is left out stays as it is. */
export class ChangePersonDto {
  @Text({ label: { zh: '姓名', en: 'name' }, max: 100, optional: true })
  name?: string;

  @Phone({ label: { zh: '联系电话', en: 'telephone number' }, optional: true })
  phone?: string;

  @Text({
    label: { zh: '验证码', en: 'one-time code' },
    max: 20,
    optional: true,
    description:
      'Sent to the number; needed for one’s own. A number that the staff change is called, and opens sign-in once somebody else of the staff gives the code for it',
  })
  code?: string;
}
