import { ActFields, Text } from '@property-office/service-kit';

/** What somebody says to a document they let pass. */
export class OpinionDto extends ActFields {
  @Text({ label: { zh: '意见', en: 'opinion' }, max: 1000, multiline: true, optional: true })
  opinion?: string;
}
