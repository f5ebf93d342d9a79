import { ActFields, Text } from '@property-office/service-kit';

/** Why a document does not go out. */
export class EndOutgoingDto extends ActFields {
  @Text({ label: { zh: '原因', en: 'reason' }, max: 1000, multiline: true })
  reason!: string;
}
