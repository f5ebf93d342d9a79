import { pauseReasons, type PauseReason } from '@property-office/contracts';
import { ActFields, Instant, OneOf, Text } from '@property-office/service-kit';

export class PauseOrderDto extends ActFields {
  @OneOf(pauseReasons, { label: { zh: '挂起原因', en: 'reason for pausing' } })
  reason!: PauseReason;

  @Text({ label: { zh: '说明', en: 'note' }, max: 500, multiline: true, optional: true })
  note?: string;

  @Instant({ label: { zh: '复查时间', en: 'time of review' }, optional: true })
  reviewAt?: Date;
}
