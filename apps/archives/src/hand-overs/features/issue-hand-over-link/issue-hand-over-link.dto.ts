import { OneOf } from '@property-office/service-kit';
import { SigningLinkDto } from '../../../lists/features/signing-link.dto';
import { namedParts, type NamedPart } from '../../domain/parts';

export class IssueHandOverLinkDto extends SigningLinkDto {
  @OneOf(namedParts, { label: { zh: '签字方', en: 'part' } })
  part!: NamedPart;
}
