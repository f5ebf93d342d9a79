import { ActFields, Text } from '@property-office/service-kit';

export class WithdrawNoticeDto extends ActFields {
  @Text({
    label: { zh: '撤回原因', en: 'reason for withdrawing' },
    max: 500,
    multiline: true,
    description: 'Published word for word, approved by nobody: to all who were told of the notice, on slips, and in their chat groups. Name nobody / 原文发给所有收到公告的人、印在通知单上并转发到业主群，不经审核；请勿写入个人信息',
  })
  reason!: string;
}
