import { ActFields, Ids, Text } from '@property-office/service-kit';

export class VerifyComplaintDto extends ActFields {
  @Text({ label: { zh: '核实情况', en: 'findings' }, max: 4000, multiline: true, optional: true })
  findings?: string;

  @Ids({ label: { zh: '证据', en: 'evidence' }, max: 9, optional: true })
  attachmentIds?: string[];
}
