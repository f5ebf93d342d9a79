import { ActFields, Text } from '@property-office/service-kit';

export class CommentRepairDto extends ActFields {
  @Text({ label: { zh: '留言', en: 'comment' }, max: 2000, multiline: true })
  comment!: string;
}
