import type { Localized } from '@property-office/kernel';

interface RequiredPaper {
  paper: string;
  name: Localized;
  /** Wanted anew when the home has another owner. */
  perOwner: boolean;
}

/** What belongs into the file of a home (一户一档) as sites begin; rows of theirs, which an office changes. */
export const shippedPapers: readonly RequiredPaper[] = [
  { paper: 'handover', name: { zh: '房屋交付验收单', en: 'hand-over of the home' }, perOwner: false },
  { paper: 'owner-registration', name: { zh: '业主信息登记表', en: 'registration of the owner' }, perOwner: true },
  { paper: 'proof-of-ownership', name: { zh: '产权证明复印件', en: 'copy of the title to the home' }, perOwner: true },
  { paper: 'covenant', name: { zh: '管理规约承诺书', en: 'covenant signed by the owner' }, perOwner: true },
  { paper: 'service-contract', name: { zh: '物业服务协议', en: 'service contract' }, perOwner: true },
];
