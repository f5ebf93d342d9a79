import type { Localized } from '@property-office/kernel';

/** Chat groups of the staff of a site that a robot can speak to (product.md, W2.4). */
export const staffGroups = ['desk', 'crew', 'management'] as const;
export type StaffGroup = (typeof staffGroups)[number];

export const staffGroupNames: Readonly<Record<StaffGroup, Localized>> = {
  desk: { zh: '客服群', en: 'desk' },
  crew: { zh: '班组群', en: 'crew' },
  management: { zh: '管理群', en: 'management' },
};
