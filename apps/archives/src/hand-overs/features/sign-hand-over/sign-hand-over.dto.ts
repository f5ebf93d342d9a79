import { handOverParts, type HandOverPart } from '@property-office/contracts';
import { ActFields, OneOf } from '@property-office/service-kit';

export class SignHandOverDto extends ActFields {
  @OneOf(handOverParts, { label: { zh: '签字方', en: 'part' } })
  part!: HandOverPart;
}
