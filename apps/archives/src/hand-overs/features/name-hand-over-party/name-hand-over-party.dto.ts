import { ActFields, Id, OneOf } from '@property-office/service-kit';
import { namedParts, type NamedPart } from '../../domain/parts';

export class NameHandOverPartyDto extends ActFields {
  @OneOf(namedParts, { label: { zh: '签字方', en: 'part' } })
  part!: NamedPart;

  @Id({ label: { zh: '人员', en: 'person' } })
  personId!: string;
}
