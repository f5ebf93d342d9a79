import type { RegisterRecordDto } from '../features/register-record/register-record.dto';

type Said = Omit<RegisterRecordDto, 'siteId' | 'datedAt'> & { datedAt: string; hold?: string };

/** Records that were catalogued by hand (DEMO=1): one of paper carried on from an old catalogue, one on hold, one confidential. */
export const demoRecords: readonly Said[] = [
  { title: '2025年消防设施维护合同', responsibleParty: '安泰消防工程公司', category: 'HT', office: 'GCB', retention: 'D30', datedAt: '2025-03-12T02:00:00Z', pages: 13, copies: 2, carrier: 'paper', oldNumber: '2025-合同-07', shelf: 'A柜3层2盒', keywords: ['消防', '合同'] },
  { title: '电梯维修纠纷材料', responsibleParty: '阳光花园物业管理处', category: 'SB', office: 'GCB', retention: 'D30', datedAt: '2026-05-20T02:00:00Z', pages: 36, carrier: 'paper', shelf: 'B柜1层1盒', keywords: ['电梯'], hold: '诉讼期间' },
  { title: '员工考核材料', responsibleParty: '阳光花园物业管理处', category: 'WS', office: 'BGS', retention: 'D10', datedAt: '2026-01-15T02:00:00Z', pages: 8, carrier: 'paper', confidentiality: 'confidential', keywords: ['考核'] },
];

/** Why the proposal of an incoming document came back. */
export const demoReturned = '缺承办回执，请补充后重新提交';
