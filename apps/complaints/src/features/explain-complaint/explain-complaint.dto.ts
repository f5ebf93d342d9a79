import { ActFields, Nested, Text } from '@property-office/service-kit';
import { UnlawfulDto } from '../unlawful.dto';

export class ExplainComplaintDto extends ActFields {
  @Text({ label: { zh: '解释', en: 'explanation' }, max: 2000, multiline: true, optional: true })
  explanation?: string;

  @Text({ label: { zh: '所给帮助', en: 'help given' }, max: 2000, multiline: true, optional: true })
  helpGiven?: string;

  @Nested(() => UnlawfulDto, { label: { zh: '违法情况', en: 'what was unlawful' }, optional: true })
  unlawful?: UnlawfulDto;
}
