import { ActFields, Ids } from '@property-office/service-kit';

export class FinishNoticeTaskDto extends ActFields {
  @Ids({ label: { zh: '截图或照片', en: 'screenshot or photo' }, max: 9 })
  attachmentIds!: string[];
}
