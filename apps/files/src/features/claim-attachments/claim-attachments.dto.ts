import type { AttachmentClaim } from '@property-office/contracts';
import { Id, Ids, Nested, Text } from '@property-office/service-kit';

export class AttachedObjectDto {
  @Text({ label: { zh: '对象类型', en: 'type of the object' }, max: 50 })
  type!: string;

  @Id({ label: { zh: '对象', en: 'object' } })
  id!: string;
}

export class ClaimAttachmentsDto implements AttachmentClaim {
  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 50 })
  attachmentIds!: string[];

  @Id({ label: { zh: '上传者', en: 'uploader' } })
  uploaderId!: string;

  @Nested(() => AttachedObjectDto, { label: { zh: '对象', en: 'object' } })
  object!: AttachedObjectDto;
}
