import { QueryNumber } from '@property-office/service-kit';

/** Which of the things a record holds. */
export class HeldPositionQuery {
  @QueryNumber({ label: { zh: '文件序号', en: 'number of the file' }, min: 0, max: 1_000 })
  position!: number;
}
