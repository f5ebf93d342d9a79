import { ActFields, Id, Ids } from '@property-office/service-kit';

export class SubmitOutgoingDto extends ActFields {
  @Id({ label: { zh: '核稿人', en: 'reviewer' } })
  reviewerId!: string;

  @Ids({ label: { zh: '会签人', en: 'countersigners' }, max: 20, optional: true, description: '不填即无需会签 / Left out: nobody has to' })
  countersignerIds?: string[];
}
