import { ActFields, WholeNumber, WholeNumbers } from '@property-office/service-kit';

export class UseSealDto extends ActFields {
  @WholeNumber({ label: { zh: '实际用印份数', en: 'number of copies that were sealed' }, min: 1, max: 999, optional: true, description: '不填为批准的份数 / Left out: as many as were approved' })
  copies?: number;

  @WholeNumbers({ label: { zh: '用印的份号', en: 'numbers of the copies' }, min: 1, max: 999_999, atMost: 999, optional: true, description: '保密件未全部用印时逐份填写 / Of a confidential document, where not all are sealed' })
  shares?: number[];
}
