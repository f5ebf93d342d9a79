import { ActFields, WholeNumber } from '@property-office/service-kit';

export class UseSealDto extends ActFields {
  @WholeNumber({ label: { zh: '实际用印份数', en: 'number of copies that were sealed' }, min: 1, max: 999, optional: true, description: '不填为批准的份数 / Left out: as many as were approved' })
  copies?: number;
}
