import type { Device, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { ArchiveOffice } from './archive-office.fixture';
import { ArchivesUnderTest } from './archives.fixture';
import { Repair } from './repair.fixture';

const papers = ['purchase', 'certificate', 'commissioning', 'manual', 'inspection', 'maintenance-contract'];

let archives: ArchivesUnderTest;
let office: ArchiveOffice;

beforeAll(async () => void (archives = await ArchivesUnderTest.open()));
afterAll(() => archives?.close());
beforeEach(async () => {
  office = new ArchiveOffice(archives);
  await says(office.siteId, 'registered', { kind: 'site', label: '阳光', labelEn: 'Sunshine' });
});

const lift: Device = { number: 'DT-01', equipment: 'lift', installedOn: '2018-05-20', outOfServiceOn: null };
const versions = new Map<string, number>();

/** What directory says of a place. */
async function says(placeId: string, what: 'registered' | 'changed', more: { kind?: 'site' | 'public-place'; label?: string; labelEn?: string; device?: Device } = {}): Promise<void> {
  const { kind = 'public-place', label = '3栋2单元电梯', labelEn = 'Building 3, Entrance 2, Lift', device } = more;
  const place = { placeId, kind, parentId: kind === 'site' ? null : office.siteId, buildingId: null, code: 'lift', nameZh: label, nameEn: null, label, labelEn, timeZone: null, externalCode: null };
  const aggregateversion = (versions.get(placeId) ?? 0) + 1;
  versions.set(placeId, aggregateversion);
  await archives.hear(announced(`directory.place-${what}.v1`, placeId, office.siteId, { ...place, ...(device && { device }) }, { aggregateversion }));
}

async function registered(device: Device = lift, more: { label?: string; labelEn?: string } = {}): Promise<string> {
  const id = newId();
  await says(id, 'registered', { device, ...more });
  return id;
}

const list = async (query: string, who = office.clerk): Promise<Told['body'][]> => (await archives.ask(`GET /api/living-files?siteId=${office.siteId}&${query}`, who)).body.items;
const fileOf = async (placeId: string): Promise<Told['body']> => {
  const [{ id }] = (await list(`subjectId=${placeId}`)) as [{ id: string }];
  return (await archives.ask(`GET /api/living-files/${id}`, office.clerk)).body;
};
const codes = (items: Told['body'][]): string[] => items.map(({ code }: { code: string }) => code);

async function repaired(placeId: string): Promise<Repair & { done: WireEvent }> {
  const repair = new Repair(office.siteId, { location: { kind: 'place', id: placeId } });
  await archives.hear(repair.requested());
  const done = repair.resolved();
  await archives.hear(done);
  return Object.assign(repair, { done });
}

describe('the living file of a device (W4.1)', () => {
  it('is there from its registration on, once, under its own number, and its gaps show until the papers are in', async () => {
    const place = await registered();
    await says(place, 'changed', { device: lift, label: '3栋2单元客梯' });
    expect(await list(`subjectId=${place}`)).toHaveLength(1);
    const { id, ...file } = await fileOf(place);
    expect(file).toMatchObject({
      subject: { type: 'device', id: place }, code: 'DT-01', label: '3栋2单元客梯', device: { equipment: 'lift', installedOn: '2018-05-20', outOfServiceOn: null, warrantyUntil: null }, ownerships: [], deviceKeptUntilYear: null,
    });
    expect(file.gaps.map(({ paper }: { paper: string }) => paper)).toEqual(papers);
    expect(file.gaps[0]).toEqual({ paper: 'purchase', nameZh: '采购合同及发票', nameEn: 'purchase contract and invoice' });
    const put = (paper: string) => archives.ask(`POST /api/living-files/${id}/file-paper`, office.clerk, { paper, title: '材料' });
    expect((await put('manual')).body).toMatchObject({ items: 1, gaps: expect.not.arrayContaining([expect.objectContaining({ paper: 'manual' })]) });
    expect((await archives.events(id))[0]).toMatchObject({ type: 'archives.paper-filed.v1', data: { code: 'DT-01', subject: { type: 'device', id: place }, item: 1 } });
    for (const paper of papers) await put(paper);
    expect((await fileOf(place)).gaps).toEqual([]);
  });

  it('is kept from the end of the device on', async () => {
    const place = await registered();
    await says(place, 'changed', { device: { ...lift, outOfServiceOn: '2026-03-31' } });
    expect(await fileOf(place)).toMatchObject({ device: { outOfServiceOn: '2026-03-31' }, deviceKeptUntilYear: 2036 });
    await says(place, 'changed', { device: lift });
    expect(await fileOf(place)).toMatchObject({ device: { outOfServiceOn: null }, deviceKeptUntilYear: null });
  });

  it('is listed by what it is of, and found by its number, place and kind, in Chinese and English', async () => {
    await registered();
    await registered({ ...lift, number: 'SB-02', equipment: 'pump' }, { label: '地下车库泵房', labelEn: 'Garage, plant room' });
    const home = newId();
    await archives.hear(
      announced('directory.place-registered.v1', home, office.siteId, {
        placeId: home, kind: 'home', parentId: office.siteId, buildingId: null, code: '501', nameZh: '501', nameEn: null, label: '3栋2单元501', labelEn: 'Building 3, Entrance 2, 501', timeZone: null, externalCode: null,
      }),
    );
    expect(codes(await list('subject=device')).toSorted()).toEqual(['DT-01', 'SB-02']);
    expect(codes(await list('subject=home'))).toEqual(['501']);
    expect(codes(await list('equipment=pump'))).toEqual(['SB-02']);
    for (const [q, found] of [['sb-02', ['SB-02']], ['水泵', ['SB-02']], ['pump', ['SB-02']], ['Garage', ['SB-02']], ['车库', ['SB-02']], ['lift', ['DT-01']], ['3栋2单元', ['501', 'DT-01']], ['3栋', ['501', 'DT-01']], ['entrance 2', ['501', 'DT-01']], ['%', []]] as const)
      expect([q, codes(await list(`q=${encodeURIComponent(q)}`)).toSorted()]).toEqual([q, found]);
  });

  it('is found by the titles of its papers, and by a number that was corrected', async () => {
    const [place, other] = [await registered(), await registered({ ...lift, number: 'DT-02' })];
    const { id } = await fileOf(place);
    await archives.ask(`POST /api/living-files/${id}/file-paper`, office.clerk, { paper: 'manual', title: '曳引机 Traction manual Ａ版' });
    const found = async (q: string): Promise<string[]> => codes(await list(`q=${encodeURIComponent(q)}`));
    for (const q of ['曳引机', '引机', '曳', 'TRACTION man', 'a版', 'DT-01']) expect([q, await found(q)]).toEqual([q, ['DT-01']]);
    expect([await found('说明书'), await found('%%%'), await found('版曳')]).toEqual([[], [], []]);
    const repair = await repaired(other);
    expect(await found(repair.number)).toEqual(['DT-02']);
    await says(place, 'changed', { device: { ...lift, number: 'DT-10' } });
    expect([await found('dt-10'), await found('DT-01')]).toEqual([['DT-10'], []]);
  });

  it('is not for residents, nor for the staff of another site', async () => {
    const { id } = await fileOf(await registered());
    const resident = { ...office.person('resident'), homes: [newId()] };
    expect([(await archives.ask('GET /api/living-files', resident)).status, (await archives.ask(`GET /api/living-files/${id}`, resident)).status]).toEqual([403, 403]);
    expect((await archives.ask(`GET /api/living-files/${id}`, new ArchiveOffice(archives).clerk)).status).toBe(404);
  });
});

describe('repairs of a device under warranty (W4.5)', () => {
  const today = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const warranted = (warrantyUntil?: string): Promise<string> => registered({ ...lift, number: newId(), ...(warrantyUntil !== undefined && { warrantyUntil }) });
  const proposedOf = async (repair: Repair): Promise<string[]> =>
    ((await archives.ask(`GET /api/record-proposals?sourceId=${repair.id}`, office.clerk)).body.items as Array<{ status: string }>).map(({ status }) => status);
  const closedAt = async (place: string): Promise<Repair> => {
    const repair = await repaired(place);
    await archives.hear(repair.closed());
    return repair;
  };

  it('propose a record when they are closed; those after it, of a device without one or of another place do not', async () => {
    const [until, over, none, lobby] = [await warranted(today(30)), await warranted(today(-2)), await warranted(), newId()];
    await says(lobby, 'registered');
    expect((await fileOf(until)).device.warrantyUntil).toBe(today(30));
    const told = [];
    for (const place of [until, over, none, lobby]) told.push(await proposedOf(await closedAt(place)));
    expect(told).toEqual([['proposed'], [], [], []]);
  });

  it('count by when they were reported, and stay what they were whatever is said of the warranty afterwards', async () => {
    const place = await warranted(today(30));
    const repair = await repaired(place);
    await archives.rows('UPDATE followed_repair SET reported_at = $2 WHERE id = $1', [repair.id, `${today(31)}T12:00:00Z`]);
    await archives.hear(repair.closed());
    expect(await proposedOf(repair)).toEqual([]);
    const kept = await closedAt(place);
    await says(place, 'changed', { device: lift });
    expect(await proposedOf(kept)).toEqual(['proposed']);
    expect(await archives.rows('SELECT id, proposed_by_warranty AS by FROM followed_repair WHERE location_id = $1 ORDER BY by', [place])).toEqual([{ id: repair.id, by: false }, { id: kept.id, by: true }]);
    const major = new Repair(office.siteId, { location: { kind: 'place', id: await warranted(today(30)) }, repairClass: 'P1' });
    for (const event of [major.requested(), major.resolved(), major.closed()]) await archives.hear(event);
    expect([await proposedOf(major), await archives.rows('SELECT 1 FROM followed_repair WHERE id = $1 AND proposed_by_warranty', [major.id])]).toEqual([['proposed'], []]);
  });
});

describe('repairs of a device (W4.5)', () => {
  it('join its file when they are completed, once; those of a public place that is none are in no file', async () => {
    const [place, lobby] = [await registered(), newId()];
    await says(lobby, 'registered');
    const repair = await repaired(place);
    await repaired(lobby);
    await archives.hearAgain(repair.done);
    await archives.hear(repair.reopened(2));
    await archives.hear(repair.resolved(2));
    const { entries } = await fileOf(place);
    expect(entries.map(({ item, paper, title, sourceId }: Record<string, unknown>) => [item, paper, title, sourceId])).toEqual([
      [2, 'repair', `${repair.number}（第2轮）`, repair.id],
      [1, 'repair', repair.number, repair.id],
    ]);
    expect(await list(`subjectId=${lobby}`)).toEqual([]);
  });

  it('that were completed before directory said what the place is join it then, and no repair twice', async () => {
    const place = newId();
    await says(place, 'registered');
    const before = [await repaired(place), await repaired(place)];
    await says(place, 'changed', { device: lift });
    const after = await repaired(place);
    await says(place, 'changed', { device: lift, label: '客梯' });
    const { entries, items } = await fileOf(place);
    expect(items).toBe(3);
    expect(entries.map(({ sourceId }: { sourceId: string }) => sourceId)).toEqual([after, ...before.toReversed()].map(({ id }) => id));
    await expect(archives.rows('DELETE FROM place_repair')).rejects.toThrow(/permission denied/);
  });

  it('are missed neither by who hears of the device nor by who hears of the repair, both at once', async () => {
    for (let round = 0; round < 10; round++) {
      const place = newId();
      const repair = new Repair(office.siteId, { location: { kind: 'place', id: place } });
      await archives.hear(repair.requested());
      await Promise.all([archives.hear(repair.resolved()), says(place, 'registered', { device: { ...lift, number: `DT-${round}` } })]);
      expect((await fileOf(place)).items).toBe(1);
    }
  });
});
