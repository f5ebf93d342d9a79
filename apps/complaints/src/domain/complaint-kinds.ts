import type { ComplaintKind, MajorReason } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

interface KindOfComplaint {
  name: Localized;
  /** Always a major complaint, for this reason (R1.4). */
  major?: MajorReason;
  /** About how somebody behaved: it goes to the person's superior (W2.3). */
  attitude?: true;
}

/** What a complaint can be about, with what follows from it. */
export const kindsOfComplaint: Readonly<Record<ComplaintKind, KindOfComplaint>> = {
  attitude: { name: { zh: '服务态度', en: 'attitude of staff' }, attitude: true },
  'repair-work': { name: { zh: '维修质量', en: 'repair work' } },
  cleaning: { name: { zh: '保洁', en: 'cleaning' } },
  greening: { name: { zh: '绿化', en: 'greening' } },
  security: { name: { zh: '秩序维护', en: 'security' } },
  facility: { name: { zh: '公共设施', en: 'public facilities' } },
  noise: { name: { zh: '噪音扰民', en: 'noise' } },
  neighbour: { name: { zh: '邻里纠纷', en: 'neighbours' } },
  parking: { name: { zh: '车辆停放', en: 'parking' } },
  privacy: { name: { zh: '个人信息', en: 'personal data' } },
  safety: { name: { zh: '人身伤害与安全', en: 'injury or safety' }, major: 'injury-or-safety' },
  theft: { name: { zh: '员工盗窃', en: 'theft by staff' }, major: 'theft' },
  bribe: { name: { zh: '员工收受财物', en: 'bribery of staff' }, major: 'bribe' },
  violence: { name: { zh: '员工暴力', en: 'violence by staff' }, major: 'violence' },
  other: { name: { zh: '其他', en: 'other' } },
};
