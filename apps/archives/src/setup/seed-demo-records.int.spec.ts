import type { RecordMatter } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { ArchivesUnderTest } from '../archives.fixture';
import { copyStates } from '../domain/copy-states';
import { loanStates } from '../domain/loan-states';
import { monthStates } from '../reconciliation/domain/month-states';
import { seedDemoRecords, type DemoArchives } from './seed-demo-records';

let archives: ArchivesUnderTest;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());

const at = '2026-03-05T02:00:00.000Z';
const matterOf = (id: string): RecordMatter => ({ id, title: '报告', responsibleParty: null, documentNumber: '1号', pages: null, copies: null, paper: true, confidentiality: 'open', text: '正文', attachmentIds: [], trail: [] });

it('shows records by hand, one on hold and one confidential, an accepted proposal and a returned one, a loan, copies and months in each of their states, and files of devices in theirs, once', async () => {
  const [siteId, clerk, director, lead] = [newId(), newId(), newId(), newId()];
  const filed = () => {
    const documentId = newId();
    return { eventId: newId(), documentId, filedBy: clerk, happenedAt: new Date(at), matter: matterOf(documentId) };
  };
  const register = { registerId: newId(), registerYear: 2026, registerNumber: 1, confidentiality: 'open' as const, attachmentIds: [] };
  const demo: DemoArchives = {
    devices: [
      { placeId: newId(), label: '1栋1单元电梯', labelEn: 'Building 1, Entrance 1, Lift', buildingId: null, device: { number: 'DT-01', equipment: 'lift', installedOn: '2018-05-20', outOfServiceOn: null } },
      { placeId: newId(), label: '首台生活水泵', labelEn: 'First water pump', buildingId: null, device: { number: 'SB-00', equipment: 'pump', installedOn: '2002-04-18', outOfServiceOn: '2011-09-08' } },
      { placeId: newId(), label: '原生活水泵', labelEn: 'Former water pump', buildingId: null, device: { number: 'SB-01', equipment: 'pump', installedOn: '2011-09-10', outOfServiceOn: '2025-06-30' } },
    ],
    siteId,
    clerk,
    director,
    lead,
    incoming: { ...filed(), data: { number: '收文〔2026〕1号', ...register, documentDate: null, receivedAt: at, concludedAt: at } },
    outgoing: {
      ...filed(),
      data: { number: '发文〔2026〕1号', ...register, kind: 'report', title: '报告', signedOffAt: at, signerId: director, numberedAt: at, releasedAt: at, pages: 3, copies: 1, textVersion: 1, textHash: '0'.repeat(64) },
    },
  };
  const { database } = archives.runtime;
  expect(await Promise.all([seedDemoRecords(database, demo), seedDemoRecords(database, demo)])).toEqual(expect.arrayContaining([true, false]));
  const records = await archives.rows(`SELECT r.archive_number AS number, s.held, s.confidentiality FROM record r JOIN record_state s ON s.id = r.id WHERE r.category <> 'WY' ORDER BY r.archive_number`);
  expect(records).toEqual([
    { number: 'PM01-HT·2025-D30-GCB-0001', held: false, confidentiality: 'internal' },
    { number: 'PM01-SB·2011-D10-GCB-0001', held: false, confidentiality: 'internal' },
    { number: 'PM01-SB·2025-D10-GCB-0001', held: false, confidentiality: 'internal' },
    { number: 'PM01-SB·2026-D30-GCB-0001', held: true, confidentiality: 'internal' },
    { number: 'PM01-WS·2026-D10-BGS-0001', held: false, confidentiality: 'confidential' },
    { number: 'PM01-WS·2026-D30-BGS-0001', held: false, confidentiality: 'open' },
  ]);
  expect(await archives.rows(`SELECT state FROM record_proposal WHERE source_type <> 'repair-register' ORDER BY state`)).toEqual([{ state: 'accepted' }, { state: 'accepted' }, { state: 'accepted' }, { state: 'proposed' }, { state: 'returned' }]);
  expect(await archives.rows('SELECT DISTINCT state FROM loan ORDER BY state')).toEqual([...loanStates].sort().map((state) => ({ state })));
  expect(await archives.rows('SELECT DISTINCT state FROM record_copy ORDER BY state')).toEqual([...copyStates].sort().map((state) => ({ state })));
  expect(await archives.rows('SELECT state FROM archive_month ORDER BY state')).toEqual(monthStates.toSorted().map((state) => ({ state })));
  const clerkOf = { personId: clerk, accountId: clerk, sessionId: clerk, name: '示范', roles: [{ role: 'clerk' as const, siteId }], crews: [], homes: [] };
  const files = (await archives.ask(`GET /api/living-files?siteId=${siteId}`, clerkOf)).body.items.toSorted((a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1));
  expect(files).toMatchObject([{ code: 'DT-01', items: 3, held: true, endedAt: null }, { code: 'SB-00', items: 1, held: false, endedAt: null }, { code: 'SB-01', items: 4, held: false, endedAt: '2025-06-29T16:00:00.000Z' }]);
  expect(files.map(({ gaps }: { gaps: Array<{ paper: string }> }) => gaps.some(({ paper }) => paper === 'use-registration'))).toEqual([true, false, false]);
  const lists = (await archives.ask(`GET /api/completeness-lists/${siteId}`, clerkOf)).body.items;
  expect(lists).toMatchObject([{ subject: 'home', version: 1, changes: [{ paper: 'service-contract', required: false }] }, { subject: 'device', version: 1, changes: [{ paper: 'use-registration', required: true }] }]);
  const due = (await archives.ask(`GET /api/appraisals/due?siteId=${siteId}`, clerkOf)).body.items;
  expect(due.map(({ archiveNumber }: { archiveNumber: string }) => archiveNumber)).toEqual(['PM01-SB·2011-D10-GCB-0001']);
  expect((await archives.ask(`GET /api/living-files/${files[2].id}`, clerkOf)).body.volumes).toMatchObject([{ n: 2, standing: 'proposed' }, { n: 1, standing: 'record' }]);
  const [gap] = await archives.rows<{ n: number }>('SELECT count(*)::int AS n FROM (SELECT aggregate_id FROM ledger GROUP BY 1 HAVING count(*) <> max(aggregate_version)) broken');
  expect(gap!.n).toBe(0);
});
