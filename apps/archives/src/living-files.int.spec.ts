import type { WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { ArchiveOffice } from './archive-office.fixture';
import { ArchivesUnderTest } from './archives.fixture';
import { Repair } from './repair.fixture';

const day = 86_400_000;
const papers = ['handover', 'owner-registration', 'proof-of-ownership', 'covenant', 'service-contract'];

let archives: ArchivesUnderTest;
let office: ArchiveOffice;
let home: string;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => {
  office = new ArchiveOffice(archives);
  home = await registered();
});

async function registered(): Promise<string> {
  const place = { buildingId: null, nameEn: null, labelEn: '3-2-501', timeZone: null, externalCode: null };
  const siteId = office.siteId;
  await archives.hear(announced('directory.place-registered.v1', siteId, siteId, { ...place, placeId: siteId, kind: 'site', parentId: null, code: 'YG', nameZh: '阳光', label: '阳光' }));
  const id = newId();
  await archives.hear(announced('directory.place-registered.v1', id, siteId, { ...place, placeId: id, kind: 'home', parentId: siteId, code: '3-2-501', nameZh: '501', label: '3栋2单元501' }));
  return id;
}

const list = async (query: string, who = office.clerk): Promise<Told['body'][]> => (await archives.ask(`GET /api/living-files?${query}`, who)).body.items;
const ofHome = async (id = home): Promise<Told['body']> => (await list(`subjectId=${id}`))[0];
const read = async (id: string): Promise<Told['body']> => (await archives.ask(`GET /api/living-files/${id}`, office.clerk)).body;
const gapsOf = async (): Promise<string[]> => (await ofHome()).gaps.map(({ paper }: { paper: string }) => paper);
const put = (id: string, body: object, who = office.clerk, headers: Record<string, string> = {}): Promise<Told> =>
  archives.ask(`POST /api/living-files/${id}/file-paper`, who, { title: '材料', ...body }, headers);

const aRepair = (job: object = {}): Repair => new Repair(office.siteId, { location: { kind: 'home', id: home }, ...job });

async function happened(...events: WireEvent[]): Promise<void> {
  for (const event of events) await archives.hear(event);
}

const proposalsOf = async (repair: Repair): Promise<Told['body'][]> => (await archives.ask(`GET /api/record-proposals?sourceId=${repair.id}`, office.clerk)).body.items;

describe('the living file of a home (W4.1)', () => {
  it('is there from the home on, and its gaps show; a paper closes its gap', async () => {
    const { id, code, label, gaps } = await ofHome();
    expect([code, label, gaps.length]).toEqual(['3-2-501', '3栋2单元501', 5]);
    expect(await gapsOf()).toEqual(papers);
    const attachment = office.file();
    expect((await put(id, { paper: 'handover', attachmentIds: [attachment] })).body).toMatchObject({ items: 1, version: 1 });
    expect(await gapsOf()).toEqual(papers.slice(1));
    expect((await archives.events(id))[0]).toMatchObject({ type: 'archives.paper-filed.v1', data: { code: '3-2-501', item: 1, paper: 'handover', attachmentIds: [attachment] } });
    for (const paper of ['nonsense', 'repair', 'manual']) {
      const refused = await put(id, { paper, attachmentIds: [attachment] });
      expect(refused.body).toMatchObject({ status: 400, code: 'paper-kind-unknown', errors: [{ pointer: '/paper', message: expect.stringContaining('handover, owner-registration') }] });
    }
    expect((await put(id, { paper: 'handover' }, office.head)).status).toBe(403);
    const opened = await archives.ask(`GET /api/living-files/${id}/file?item=1&position=1`, office.clerk);
    expect(opened.body).toMatchObject({ sha256: office.hashes.get(attachment), url: expect.stringContaining('signature=') });
    expect((await archives.ask(`GET /api/living-files/${id}/file?item=1&position=2`, office.clerk)).body).toMatchObject({ code: 'living-paper-unknown' });
    expect((await put(id, { paper: 'covenant' }, office.clerk, { 'if-match': '"0"' })).status).toBe(412);
    for (const paper of papers.slice(1)) await put(id, { paper });
    await archives.admin.query(`INSERT INTO archives.living_file_entry (file_id, item, paper, title, files, filed_by, happened_at, recorded_at)
      SELECT $1::uuid, n, 'repair', 'R', '[]', $1::uuid, now(), now() FROM generate_series(100, 700) AS n`, [id]);
    expect((await archives.ask(`GET /api/living-files/${id}/file?item=1&position=1`, office.clerk)).status).toBe(200);
    expect([(await list(`siteId=${office.siteId}&gaps=true`)).length, (await list(`siteId=${office.siteId}&gaps=false`)).length]).toEqual([0, 1]);
    const views = await archives.rows('SELECT operation FROM audit WHERE object_id = $1 ORDER BY at', [id]);
    expect(views.map(({ operation }) => operation)).toEqual(['archives.openLivingPaper', 'archives.openLivingPaper']);
    expect((await archives.ask(`GET /api/living-files/${id}`, new ArchiveOffice(archives).clerk)).status).toBe(404);
  });

  it('wants the papers of the next owner anew, and is kept from the end of an ownership on', async () => {
    const { id } = await ofHome();
    const [first, second] = [newId(), newId()];
    const owned = (tieId: string, from: number, until: number | null) => ({ tieId, personId: newId(), homeId: home, kind: 'owner' as const, from: new Date(from).toISOString(), until: until === null ? null : new Date(until).toISOString() });
    const now = Date.now();
    await happened(announced('directory.tie-started.v1', first, office.siteId, owned(first, now - 900 * day, null)));
    for (const paper of papers) await put(id, { paper });
    expect(await gapsOf()).toEqual([]);
    expect((await read(id)).ownerships).toMatchObject([{ until: null, keptUntilYear: null }]);
    const moved = now + 2 * 3_600_000;
    await happened(
      announced('directory.tie-ended.v1', first, office.siteId, owned(first, now - 900 * day, moved), { aggregateversion: 2 }),
      announced('directory.tie-started.v1', second, office.siteId, owned(second, moved, null)),
      announced('directory.tie-started.v1', newId(), office.siteId, { ...owned(newId(), now, null), kind: 'tenant' }),
    );
    expect(await gapsOf()).toEqual([]);
    await archives.moveClock('3 hours');
    expect(await gapsOf()).toEqual(papers.slice(1));
    const { ownerships } = await read(id);
    expect(ownerships).toMatchObject([{ keptUntilYear: new Date(moved + 8 * 3_600_000).getUTCFullYear() + 10 }, { keptUntilYear: null }]);
    await archives.moveClock('-3 hours');
  });

  it('takes each completed repair by itself, once, in the home it was corrected to; one of a public place it does not', async () => {
    const other = await registered();
    const [plain, moved, outside] = [aRepair(), aRepair(), aRepair({ location: { kind: 'place', id: newId() } })];
    const resolved = [plain.requested(), plain.resolved()];
    await happened(...resolved, moved.requested(), moved.corrected({ location: { kind: 'home', id: other } }), moved.resolved(), outside.requested(), outside.resolved());
    await archives.hearAgain(resolved[1]!);
    expect((await read((await ofHome()).id)).entries).toMatchObject([{ item: 1, paper: 'repair', title: plain.number, sourceId: plain.id }]);
    expect((await read((await ofHome(other)).id)).entries).toMatchObject([{ item: 1, sourceId: moved.id }]);
    expect((await archives.rows('SELECT 1 FROM living_file_entry WHERE source_id = $1', [outside.id])).length).toBe(0);
    await expect(archives.rows('UPDATE living_file_entry SET title = title')).rejects.toThrow(/permission denied/);
  });

  it('only what was dangerous, urgent or disputed proposes a record, when it is closed (W4.5)', async () => {
    const [plain, danger, disputed] = [aRepair(), aRepair({ repairClass: 'P0' }), aRepair()];
    await happened(plain.requested(), plain.resolved(), plain.closed(), danger.requested(), danger.resolved());
    expect([await proposalsOf(plain), await proposalsOf(danger)]).toEqual([[], []]);
    await happened(danger.closed(), disputed.requested(), disputed.resolved(), disputed.reopened(2), disputed.resolved(2), disputed.closed(2));
    expect(await proposalsOf(danger)).toMatchObject([{ source: { type: 'repair-request', number: danger.number }, category: 'WY', office: 'GCB', retention: 'D10' }]);
    expect((await proposalsOf(disputed)).length).toBe(1);
    expect((await read((await ofHome()).id)).entries.map(({ title }: { title: string }) => title)).toEqual([`${disputed.number}（第2轮）`, disputed.number, danger.number, plain.number]);
  });

  it('a ledger that is read again puts nothing into a file twice, and proposes what it proposed then', async () => {
    const [plain, moved] = [aRepair(), aRepair()];
    const other = await registered();
    const ledger = [
      plain.requested(), plain.resolved(), plain.closed(), plain.reopened(2), plain.resolved(2),
      moved.requested(), moved.resolved(), moved.corrected({ location: { kind: 'home', id: other } }),
    ];
    await happened(...ledger);
    const [files, proposals] = [await read((await ofHome()).id), await proposalsOf(plain)];
    expect([files.items, proposals]).toEqual([3, []]);
    for (const table of ['inbox', 'reaction_position']) await archives.admin.query(`DELETE FROM ${table} WHERE consumer = 'archives__repairs_v2'`);
    await happened(...ledger);
    expect([await read((await ofHome()).id), await proposalsOf(plain)]).toEqual([files, proposals]);
    expect((await ofHome(other)).items).toBe(0);
  });
});
