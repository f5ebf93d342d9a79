import { OneOf, QueryNumber } from '@property-office/service-kit';

export class OpenPaperQuery {
  @OneOf(['pdf', 'docx'], { label: { zh: '格式', en: 'format' }, optional: true })
  format?: 'pdf' | 'docx';

  @QueryNumber({ label: { zh: '份号', en: 'number of the copy' }, min: 1, max: 1_000_000, optional: true })
  copy?: number;
}
