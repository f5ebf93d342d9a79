import type { ShownRecord } from '../../../lists/persistence/read-lists';
import type { Destruction } from '../../persistence/destruction.entity';
import { certificateAsPdf, namedOnCertificate, statementOf } from './certificate';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 20, hour));
const list = {
  number: 'X-20261120-1',
  reason: '保管期满',
  method: '粉碎',
  listHash: 'aa'.repeat(32),
  registerNumber: 3,
  appliedBy: 'clerk',
  appliedFor: null,
  happenedAt: at(1),
  approvedBy: 'deputy',
  approvedFor: 'director',
  approvedAt: at(2),
  carriedOutBy: 'clerk',
  carriedOutFor: null,
  carriedOutAt: at(5),
} as Destruction;
const signatures = [
  { n: 1, personId: 'lead', linkId: null, listHash: list.listHash, happenedAt: at(3) },
  { n: 2, personId: null, linkId: 'link', listHash: list.listHash, happenedAt: at(4) },
];
const records = [{ archiveNumber: 'PM01-HT·2013-D10-GCB-0001', title: '2013年维修合同', proof: 'bb'.repeat(32) }] as ShownRecord[];
const names: Record<string, string> = { clerk: '周文', deputy: '林副', director: '郑总', lead: '赵队' };
const beside = { office: '和园管理处', records, listed: 1, signatures, links: [{ id: 'link', name: '王建国' }], registerHash: 'cc'.repeat(32), nameOf: (id: string | null) => names[id ?? ''] ?? '' };

it('names who applied, approved (and for whom), did and watched it, with times and room to sign (W4.4)', () => {
  const said = statementOf(list, beside);
  for (const shown of ['和园管理处', 'X-20261120-1', '保管期满', '粉碎', '第 3 号', list.listHash, beside.registerHash]) expect(said).toContain(shown);
  expect(said).toMatch(/申请 Applied：周文　2026-11-20 09:00　签字/);
  expect(said).toMatch(/批准 Approved：林副（代 for 郑总）　2026-11-20 10:00/);
  expect(said).toMatch(/监销人 Witness：赵队　2026-11-20 11:00/);
  expect(said).toMatch(/监销人 Witness：王建国（外部 from elsewhere）　2026-11-20 12:00/);
  expect(said).toMatch(/执行 Carried out：周文　2026-11-20 13:00/);
  expect(said).not.toContain('保密');
  expect(namedOnCertificate(list, signatures).filter(Boolean)).toEqual(['clerk', 'deputy', 'director', 'clerk', 'lead']);
});

it('says how many records it does not show, and what became of those without paper', () => {
  const said = statementOf({ ...list, method: null }, { ...beside, listed: 3 });
  expect(said).toContain('其中 2 件保密');
  expect(said).toContain('清除电子文件');
});

it('is a paper', async () => {
  expect((await certificateAsPdf(list, beside)).subarray(0, 5).toString()).toBe('%PDF-');
});
