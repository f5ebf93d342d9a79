import { Text } from '@property-office/service-kit';
import { DirectiveContentDto } from '../give-directive/give-directive.dto';

/** The new directive in full, and why the one before is wrong. */
export class CorrectDirectiveDto extends DirectiveContentDto {
  @Text({ label: { zh: '更正原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
