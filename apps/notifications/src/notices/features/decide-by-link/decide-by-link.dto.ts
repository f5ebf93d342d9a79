import { Text } from '@property-office/service-kit';

export class ReturnByLinkDto {
  @Text({ label: { zh: '退回意见', en: 'remarks' }, max: 1000, multiline: true })
  remarks!: string;
}
