import { ActFields, Text } from '@property-office/service-kit';

/** Why a loan or copies are refused, or a loan is recalled. */
export class LendingReasonDto extends ActFields {
  @Text({ label: { zh: '原因', en: 'reason' }, max: 500, multiline: true })
  reason!: string;
}
