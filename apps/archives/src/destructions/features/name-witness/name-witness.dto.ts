import { ActFields, Id } from '@property-office/service-kit';

export class NameWitnessDto extends ActFields {
  @Id({ label: { zh: '监销人', en: 'destruction witness' } })
  witnessId!: string;
}
