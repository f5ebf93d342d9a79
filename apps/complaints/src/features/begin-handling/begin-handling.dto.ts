import { ActFields, Instant, Nested, Text } from '@property-office/service-kit';
import { UnlawfulDto } from '../unlawful.dto';

/** Which of these a decision needs is the rule of the branches, not of the form. */
export class BeginHandlingDto extends ActFields {
  @Text({ label: { zh: '致歉', en: 'apology' }, max: 2000, multiline: true, optional: true })
  apology?: string;

  @Instant({ label: { zh: '承诺日期', en: 'promised date' }, optional: true })
  promisedAt?: Date;

  @Text({ label: { zh: '不属我方部分的解释', en: 'explanation of what is not ours' }, max: 2000, multiline: true, optional: true })
  explanation?: string;

  @Nested(() => UnlawfulDto, { label: { zh: '违法情况', en: 'what was unlawful' }, optional: true })
  unlawful?: UnlawfulDto;
}
