import { ActFields, Flag, Id, Ids, Instant, OneOf, Text, WholeNumber } from '@property-office/service-kit';
import { printBindings, printSides, printWorks, type PrintBinding, type PrintSides, type PrintWork } from '../../domain/print-jobs';

export class RequestPrintJobDto extends ActFields {
  @Id({ label: { zh: '项目', en: 'site' } })
  siteId!: string;

  @OneOf(printWorks, { label: { zh: '文印方式', en: 'kind of work' } })
  work!: PrintWork;

  @Text({ label: { zh: '文印内容', en: 'title' }, max: 300 })
  title!: string;

  @Text({ label: { zh: '使用人或部门', en: 'person or department it is for' }, max: 200 })
  forWhom!: string;

  @Text({ label: { zh: '起草要求', en: 'what it is to say' }, max: 5000, multiline: true, optional: true })
  instructions?: string;

  @WholeNumber({ label: { zh: '份数', en: 'number of copies' }, min: 1, max: 9999 })
  copies!: number;

  @OneOf(printSides, { label: { zh: '单双面', en: 'sides' }, optional: true })
  sides?: PrintSides;

  @OneOf(printBindings, { label: { zh: '装订方式', en: 'binding' }, optional: true })
  binding?: PrintBinding;

  @Flag({ label: { zh: '保密', en: 'confidential' }, optional: true, description: '保密文件的文印任务一律保密 / That of a confidential document always is' })
  confidential?: boolean;

  @Id({ label: { zh: '收文或发文', en: 'document' }, optional: true })
  documentId?: string;

  @Ids({ label: { zh: '附件', en: 'attachments' }, max: 20, optional: true })
  attachmentIds?: string[];

  @Instant({ label: { zh: '完成期限', en: 'date it is needed by' } })
  dueAt!: Date;
}
