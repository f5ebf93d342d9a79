import { defineErrors } from '@property-office/kernel';

export const fixityErrors = defineErrors({
  fileQuarantined: {
    kind: 'conflict',
    title: { zh: '档案文件已损坏，暂停提供', en: 'The file of the record is damaged, and not handed out' },
    detail: {
      zh: '检查发现文件损坏或缺失，从备份恢复之前不能查看、借阅或复制；档案人员和系统管理员已收到通知。',
      en: 'It was found damaged or missing. Until it is restored from a backup it is neither shown, lent nor copied; those who keep the records and the operator were told.',
    },
  },
});
