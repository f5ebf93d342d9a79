import type { ConvertedCaller } from '@property-office/contracts';
import { Id } from '@property-office/service-kit';

export class RegisterCallerDto implements ConvertedCaller {
  @Id({ label: { zh: '投诉或建议', en: 'case that will be made' } })
  objectId!: string;

  @Id({ label: { zh: '来电人', en: 'caller' }, optional: true })
  personId?: string;

  @Id({ label: { zh: '房屋', en: 'home' }, optional: true })
  homeId?: string;
}
