import type { BasisRank, RecordSource, Retention } from '@property-office/contracts';
import type { Localized } from '@property-office/kernel';

/** What a site begins with (W4.1); rows of its own. The rules below it changes, its categories nothing does yet. */
export const shippedCategories: ReadonlyArray<{ code: string; name: Localized }> = [
  { code: 'WS', name: { zh: '文书档案', en: 'documents' } },
  { code: 'YZ', name: { zh: '业主档案', en: 'owners' } },
  { code: 'WY', name: { zh: '物业资料', en: 'property' } },
  { code: 'SB', name: { zh: '设备档案', en: 'equipment' } },
  { code: 'HT', name: { zh: '合同档案', en: 'contracts' } },
  { code: 'CW', name: { zh: '财务档案', en: 'finance' } },
];

export interface IntakeRule {
  category: string;
  office: string;
  retention: Retention;
  legalBasis: string;
  basisRank: BasisRank;
}

const enterprises = { legalBasis: '《企业文件材料归档范围和档案保管期限规定》（国家档案局令第10号）', basisRank: 'ministry-rule' } as const;
export const ownTable = { legalBasis: '公司文件材料归档范围和档案保管期限表', basisRank: 'company' } as const;

/** What is proposed of a source: management papers by the rule for enterprises, service papers by the company's own table. */
export const shippedRules: Readonly<Record<RecordSource, IntakeRule>> = {
  'incoming-document': { category: 'WS', office: 'BGS', retention: 'D30', ...enterprises },
  'outgoing-document': { category: 'WS', office: 'BGS', retention: 'D30', ...enterprises },
  complaint: { category: 'YZ', office: 'KFB', retention: 'D10', ...ownTable },
  notice: { category: 'WS', office: 'KFB', retention: 'D10', ...ownTable },
  'repair-request': { category: 'WY', office: 'GCB', retention: 'D10', ...ownTable },
  'repair-register': { category: 'WY', office: 'GCB', retention: 'D30', ...ownTable },
  'home-file': { category: 'YZ', office: 'KFB', retention: 'D10', ...ownTable },
  'device-file': { category: 'SB', office: 'GCB', retention: 'D10', ...ownTable },
};
