import type { RegisterEntry } from '../../register/register-entry';
import { certificateAsPdf, namedOnCertificate, rowsOf, statementOf } from './certificate';

const act = (by: string, hour: number, of: string | null = null) => ({ by, for: of, at: new Date(Date.UTC(2026, 10, 20, hour)).toISOString() });
const record = (recordId: string, archiveNumber: string) => ({ recordId, archiveNumber, proof: '0123456789abcdef'.repeat(4), parts: [], attachmentIds: [] });
const entry: RegisterEntry = {
  n: 3,
  previous: null,
  destructionId: 'd',
  number: 'X-20261120-1',
  siteId: 's',
  listHash: 'aa'.repeat(32),
  applied: act('clerk', 1),
  approved: act('deputy', 2, 'director'),
  witnesses: [
    { personId: 'lead', linkId: null, at: act('', 3).at },
    { personId: null, linkId: 'link', at: act('', 4).at },
  ],
  carriedOut: act('clerk', 5),
  method: '粉碎',
  records: [record('two', 'PM01-HT·2013-D10-GCB-0002'), record('one', 'PM01-HT·2013-D10-GCB-0001')],
};
const names: Record<string, string> = { clerk: '周文', deputy: '林副', director: '郑总', lead: '赵队' };
const titles = new Map([['one', '2013年维修合同'], ['two', '2013年管网图纸']]);
const beside = { office: '和园管理处', reason: '保管期满', titles, absent: 0, wiped: 2, kept: 1, links: [{ id: 'link', name: '王建国' }], registerHash: 'cc'.repeat(32), nameOf: (id: string | null) => names[id ?? ''] ?? '' };
const inEights = (pair: string) => Array(8).fill(pair.repeat(4)).join(' ');

it('names who applied, approved (and for whom), did and watched it, with times and room to sign, by the line of the register (W4.4)', () => {
  const said = statementOf(entry, beside);
  for (const shown of ['和园管理处', 'X-20261120-1', '档案 Records：2\n', '保管期满', '粉碎', '第 3 号', inEights('aa'), inEights('cc')]) expect(said).toContain(shown);
  expect(said).toMatch(/申请 Applied：周文　2026-11-20 09:00　签字/);
  expect(said).toMatch(/批准 Approved：林副（代 for 郑总）　2026-11-20 10:00/);
  expect(said).toMatch(/监销人 Witness：赵队　2026-11-20 11:00/);
  expect(said).toMatch(/监销人 Witness：王建国（外部 from elsewhere）　2026-11-20 12:00/);
  expect(said).toMatch(/执行 Carried out：周文　2026-11-20 13:00/);
  expect(said).toContain('已清除 2 份，另有归属而保留 1 份 2 wiped, 1 kept');
  expect(said).not.toMatch(/不在您的查看范围|本库没有|不详/);
  expect(namedOnCertificate(entry).filter(Boolean)).toEqual(['clerk', 'deputy', 'director', 'clerk', 'lead']);
});

it('says how many records are not theirs to see, how many are not here after a restore, and what became of those without paper', () => {
  const said = statementOf({ ...entry, method: null, records: [...entry.records, record('three', '3'), record('four', '4'), record('five', '5')] }, { ...beside, absent: 1 });
  expect(said).toContain('其中 2 件不在您的查看范围，不列于本件 2 of them are not yours to see');
  expect(said).toContain('其中 1 件在所恢复的备份之后归档');
  expect(said).toContain('清除电子文件');
  expect(said).not.toMatch(/保密|confidential/);
});

it('says where a name is not known, and leaves out a reason that no backup has', () => {
  const said = statementOf(entry, { ...beside, reason: null, links: [], nameOf: () => '' });
  expect(said).toMatch(/批准 Approved：姓名不详 unknown（代 for 姓名不详 unknown）　2026/);
  expect(said).toContain('监销人 Witness：姓名不详 unknown（外部 from elsewhere）');
  expect(said).not.toContain('理由');
});

it('lists the records that are theirs to see by their numbers, each with its whole proof in groups that can be read', () => {
  const proof = Array(4).fill('01234567 89abcdef').join(' ');
  expect(rowsOf(entry, { titles })).toEqual([
    ['1', 'PM01-HT·2013-D10-GCB-0001', '2013年维修合同', proof],
    ['2', 'PM01-HT·2013-D10-GCB-0002', '2013年管网图纸', proof],
  ]);
  expect(rowsOf(entry, { titles: new Map([['two', '2013年管网图纸']]) })).toEqual([['1', 'PM01-HT·2013-D10-GCB-0002', '2013年管网图纸', proof]]);
});

it('is a paper, and printed again later it is the same by every byte', async () => {
  const paper = await certificateAsPdf(entry, beside);
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: new Date('2036-11-20T00:00:00Z') });
  const again = certificateAsPdf(entry, beside);
  jest.useRealTimers();
  expect((await again).equals(paper)).toBe(true);
});
