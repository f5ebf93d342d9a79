import { Id, Phone } from '@property-office/service-kit';

export class SayThisNowQuery {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @Phone({ label: { zh: '来电号码', en: 'number that rings' }, optional: true })
  phone?: string;

  @Id({ label: { zh: '住户', en: 'resident' }, optional: true })
  personId?: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;
}
