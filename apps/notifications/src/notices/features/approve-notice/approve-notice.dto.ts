import { ActFields, Text } from '@property-office/service-kit';

export class ApproveNoticeDto extends ActFields {
  @Text({ label: { zh: '所审内容的校验值', en: 'hash of the text that was read' }, min: 64, max: 64, description: '`contentHash` of what was read / 审核时所见内容的 contentHash' })
  contentHash!: string;
}
