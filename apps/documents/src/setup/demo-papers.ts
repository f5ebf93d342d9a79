import type { Confidentiality, MailKind } from '@property-office/contracts';
import type { IncomingState } from '../domain/incoming-states';
import type { MailState } from '../domain/mail-states';

interface DemoDocument {
  state: IncomingState;
  title: string;
  sender: string;
  theirNumber?: string;
  confidentiality?: Confidentiality;
  /** Its sender as it was registered first, and corrected. */
  firstSender?: string;
}

/** Under which the demonstration's papers go out. */
export const demoOffice = '阳光花园物业管理处';

/** One incoming document in each state (DEMO=1). */
export const demoDocuments: readonly DemoDocument[] = [
  { state: 'registered', title: '关于报送年度防汛预案的通知', sender: '街道办事处', theirNumber: '街办〔2026〕31号' },
  { state: 'checked', title: '关于更换水表的函', sender: '自来水公司', theirNumber: '供水函〔2026〕12号' },
  { state: 'sent-back', title: '关于阳光二期车位的通知', sender: '城市管理局' },
  { state: 'proposed', title: '关于员工处分意见的函', sender: '集团公司', confidentiality: 'confidential' },
  { state: 'decided', title: '关于开展消防安全检查的通知', sender: '消防救援大队', theirNumber: '消〔2026〕45号' },
  { state: 'acted-on', title: '关于电梯年检的通知', sender: '特种设备检验院', theirNumber: '特检〔2026〕7号', firstSender: '电梯协会' },
  { state: 'filed', title: '关于垃圾分类检查结果的通报', sender: '街道办事处', theirNumber: '街办〔2026〕22号' },
  { state: 'voided', title: '关于更换水表的函', sender: '自来水公司', theirNumber: '供水函〔2026〕12号' },
];

interface DemoMail {
  state: MailState;
  kind: MailKind;
  sender: string;
  subject: string;
  official?: boolean;
}

/** One piece of mail in each state. */
export const demoMail: readonly DemoMail[] = [
  { state: 'waiting', kind: 'express', sender: '办公用品公司', subject: '样品' },
  { state: 'collected', kind: 'letter', sender: '档案馆', subject: '培训邀请' },
  { state: 'registered', kind: 'email', sender: '住房和城乡建设局', subject: '关于物业服务评价的通知', official: true },
];
