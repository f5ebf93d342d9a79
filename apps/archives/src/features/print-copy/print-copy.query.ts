import { QueryNumber } from '@property-office/service-kit';
import { HeldPositionQuery } from '../held-position.query';

export class PrintCopyQuery extends HeldPositionQuery {
  @QueryNumber({ label: { zh: '副本号', en: 'number of the copy' }, min: 1, max: 1_000_000 })
  copy!: number;
}
