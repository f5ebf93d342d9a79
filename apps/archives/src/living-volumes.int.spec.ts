import { PeopleContacts } from '@property-office/backbone';
import type { Device } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, type Told } from '@property-office/service-testing';
import { ArchivesUnderTest } from './archives.fixture';
import { DestructionOffice } from './destructions/destruction-office.fixture';
import { heldContents } from './fixity/persistence/held-contents';
import { Repair } from './repair.fixture';

const hour = 3_600_000;

let archives: ArchivesUnderTest;
let office: DestructionOffice;

beforeAll(async () => {
  archives = await ArchivesUnderTest.open();
  // Directory is another service.
  archives.part(PeopleContacts).phonesOf = () => Promise.resolve(new Map());
  archives.part(PeopleContacts).namesOf = () => Promise.resolve(() => '');
});
afterAll(() => archives?.close());
beforeEach(async () => {
  office = await new DestructionOffice(archives).open();
  await says(office.siteId, 'site');
});

/** Directory, of a place, for the first time or again. */
function says(id: string, kind: 'site' | 'home' | 'public-place', more: { device?: Device } = {}, version = 1): Promise<unknown> {
  const said = { placeId: id, kind, parentId: kind === 'site' ? null : office.siteId, buildingId: null, code: '501', nameZh: '501', nameEn: null, label: '3栋501', labelEn: '3-501', timeZone: null, externalCode: null };
  return archives.hear(announced(version === 1 ? 'directory.place-registered.v1' : 'directory.place-changed.v1', id, office.siteId, { ...said, ...more }, { aggregateversion: version }));
}

async function place(kind: 'home' | 'public-place', device?: Device): Promise<{ place: string; file: string }> {
  const id = newId();
  await says(id, kind, device && { device });
  const [file] = await archives.rows<{ id: string }>('SELECT id FROM living_file WHERE subject_id = $1', [id]);
  return { place: id, file: file!.id };
}

/** Scrapped that day; its papers are kept until the end of the tenth year after. */
const liftUntil = (outOfServiceOn: string | null): Device => ({ number: 'DT-01', equipment: 'lift', installedOn: '2010-05-20', outOfServiceOn });
const lift = (outOfServiceOn: string | null) => place('public-place', liftUntil(outOfServiceOn));
const ago = (hours: number, now = Date.now()): string => new Date(now - hours * hour).toISOString();

function owned(home: string, from: number, until: number | null): Promise<unknown> {
  const [tieId, now] = [newId(), Date.now()];
  return archives.hear(announced('directory.tie-started.v1', tieId, office.siteId, { tieId, personId: newId(), homeId: home, kind: 'owner', from: ago(from, now), until: until === null ? null : ago(until, now) }));
}

const put = (file: string, body: object): Promise<Told['body']> => office.does(`/api/living-files/${file}/file-paper`, office.clerk, { paper: 'other', title: '材料', ...body });
const close = (file: string, who = office.clerk, body: object = {}): Promise<Told> => office.ask(`POST /api/living-files/${file}/close`, who, body);
const closed = (file: string): Promise<Told['body']> => office.does(`/api/living-files/${file}/close`, office.clerk);
const read = async (file: string): Promise<Told['body']> => (await office.ask(`GET /api/living-files/${file}`, office.clerk)).body;
const open = async (file: string, item: number): Promise<Told> => office.ask(`GET /api/living-files/${file}/file?item=${item}&position=1`, office.clerk);
const waiting = async (): Promise<string[]> => (await office.ask(`GET /api/living-files?siteId=${office.siteId}&ended=true`, office.clerk)).body.items.map(({ id }: { id: string }) => id);
const proposals = async (file: string): Promise<Told['body'][]> => (await office.ask(`GET /api/record-proposals?sourceId=${file}`, office.clerk)).body.items;
const volumes = async (file: string): Promise<unknown[]> => (await read(file)).volumes.map(({ n, papers, standing }: Record<string, unknown>) => [n, papers, standing]);

/** The last volume of a living file as a record. */
async function accepted(file: string): Promise<Told['body']> {
  const [{ id }] = (await proposals(file)) as [{ id: string }];
  return office.does(`/api/record-proposals/${id}/accept`, office.clerk);
}

describe('what an ownership left in the file of its home (W4.1, W4.5)', () => {
  it('is closed once it has ended, of each ownership by itself, without the papers of the home and those of who owns it now; it proposes a record dated from that end', async () => {
    const { place: home, file } = await place('home');
    await owned(home, 2_000, 50);
    await owned(home, 50, 10);
    await owned(home, 10, null);
    const papers = [[60, 'handover'], [60, 'proof-of-ownership'], [20, 'covenant'], [0, 'covenant']] as const;
    const scan = office.file();
    for (const [hours, paper] of papers) await put(file, { paper, ...(hours > 0 && { happenedAt: ago(hours), lateReason: '补录' }), ...(hours === 60 && paper !== 'handover' && { attachmentIds: [scan] }) });
    expect([await waiting(), (await read(file)).endedAt]).toEqual([[file], expect.any(String)]);
    expect((await close(file, office.head)).status).toBe(403);
    const first = await closed(file);
    expect(first).toMatchObject({ items: 4, version: 5 });
    const ended = new Date((await archives.rows<{ at: Date }>('SELECT ended_at AS at FROM living_volume WHERE file_id = $1', [file]))[0]!.at);
    expect((await archives.events(file)).at(-1)).toMatchObject({ type: 'archives.living-file-closed.v1', data: { code: '501', subject: { type: 'home', id: home }, volume: 1, endedAt: ended.toISOString(), papers: 1 } });
    expect(await proposals(file)).toMatchObject([
      { status: 'proposed', source: { type: 'home-file', id: file, number: '501' }, category: 'YZ', office: 'KFB', retention: 'D10', confidentiality: 'internal', datedAt: ended.toISOString(), title: expect.stringContaining('3栋501一户一档第1卷（产权至') },
    ]);
    const record = await accepted(file);
    const whole = (await office.read(record.id)).body;
    expect(whole).toMatchObject({ keptUntilYear: record.year + 10, carrier: 'both', files: [{ sha256: office.hashes.get(scan) }] });
    expect(whole.sheets.map(({ kind, content }: { kind: string; content: string }) => [kind, content.includes('2 | 材料 | ')])).toEqual([['card', false], ['text', true], ['trail', false]]);
    await closed(file);
    expect(await volumes(file)).toEqual([[2, 1, 'proposed'], [1, 1, 'record']]);
    expect((await read(file)).entries.map(({ volume }: { volume: number | null }) => volume)).toEqual([null, 2, 1, null]);
    expect((await close(file)).body).toMatchObject({ status: 409, code: 'nothing-ended' });
    expect([await waiting(), (await read(file)).endedAt]).toEqual([[], null]);
    expect((await open(file, 2)).body).toMatchObject({ sha256: office.hashes.get(scan) });
  });

  it('waits while somebody else of its owners stays, while the end lies ahead, and where an ownership was called off before it began', async () => {
    const [shared, ahead, calledOff] = [await place('home'), await place('home'), await place('home')];
    for (const until of [1, null]) await owned(shared.place, 2_000, until);
    await owned(ahead.place, 2_000, -5);
    await owned(calledOff.place, 1, 1);
    expect((await read(calledOff.file)).ownerships).toEqual([]);
    for (const { file } of [shared, ahead, calledOff]) await put(file, { happenedAt: ago(2), lateReason: '补录' });
    for (const { file } of [shared, ahead, calledOff]) expect((await close(file)).body).toMatchObject({ status: 409, code: 'nothing-ended' });
    expect(await waiting()).toEqual([]);
  });

  it('is closed after its end, by who read it as it stands, once of two at the same moment', async () => {
    const { place: home, file } = await place('home');
    await owned(home, 2_000, 1);
    await put(file, { happenedAt: ago(2), lateReason: '补录' });
    expect((await close(file, office.clerk, { happenedAt: ago(3), lateReason: '补录' })).body).toMatchObject({ status: 400 });
    expect((await archives.ask(`POST /api/living-files/${file}/close`, office.clerk, {}, { 'if-match': '"0"' })).status).toBe(412);
    expect((await close(newId())).status).toBe(404);
    expect((await Promise.all([close(file), close(file)])).map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await proposals(file)).toHaveLength(1);
  });
});

describe('what a device left in its file (W4.1)', () => {
  it('is closed once it is out of service, repairs too; what joins later is another volume', async () => {
    const inService = await lift(null);
    await put(inService.file, {});
    expect((await close(inService.file)).body).toMatchObject({ code: 'nothing-ended' });
    const { place: id, file } = await lift('2026-03-31');
    const repair = new Repair(office.siteId, { location: { kind: 'place', id } });
    await archives.hear(repair.requested());
    await archives.hear(repair.resolved());
    await closed(file);
    expect(await proposals(file)).toMatchObject([{ source: { type: 'device-file', number: 'DT-01' }, category: 'SB', office: 'GCB', datedAt: '2026-03-30T16:00:00.000Z', title: 'DT-01 3栋501一机一档第1卷（停用于2026-03-31）' }]);
    expect((await accepted(file)).archiveNumber).toMatch(/-SB·2026-D10-GCB-0001$/);
    await put(file, { title: '报废单' });
    await closed(file);
    expect(await volumes(file)).toEqual([[2, 1, 'proposed'], [1, 1, 'record']]);
    await expect(archives.rows('UPDATE living_volume SET n = n')).rejects.toThrow(/permission denied/);
    await expect(archives.rows('DELETE FROM living_volume_paper')).rejects.toThrow(/permission denied/);
  });

  it('may come back to who closed it, and be proposed again; several volumes of one file are accepted in one batch', async () => {
    const { file } = await lift('2026-03-31');
    for (const title of ['合格证', '报废单']) {
      await put(file, { title, attachmentIds: [office.file()] });
      await closed(file);
    }
    const [second, first] = (await proposals(file)) as [Told['body'], Told['body']];
    await office.does(`/api/record-proposals/${first.id}/return`, office.director, { reason: '缺检验报告' });
    expect(await volumes(file)).toEqual([[2, 1, 'proposed'], [1, 1, 'returned']]);
    await office.does(`/api/record-proposals/${first.id}/propose-again`, office.clerk, { remarks: '已补' });
    const batch = await office.does('/api/record-proposals/accept-batch', office.clerk, { siteId: office.siteId, source: 'device-file' });
    expect(batch).toMatchObject({ accepted: expect.arrayContaining([expect.objectContaining({ id: first.id }), expect.objectContaining({ id: second.id })]), left: [] });
    const titles = (await office.ask(`GET /api/records?sourceId=${file}`, office.clerk)).body.items.map(({ title }: { title: string }) => title);
    expect(titles.toSorted()).toEqual(['DT-01 3栋501一机一档第1卷（停用于2026-03-31）', 'DT-01 3栋501一机一档第2卷（停用于2026-03-31）']);
  });
});

describe('a volume whose end was wrong (W4.1, W4.5)', () => {
  const act = (id: string, verb: string, who = office.clerk, body: object = {}): Promise<Told> => office.ask(`POST /api/record-proposals/${id}/${verb}`, who, body);
  const back = { reason: '停用日期有误' };
  const again = { remarks: '再报' };

  it('is no record by that: it comes back, its papers are closed anew by the end that is right, with what joined meanwhile, and it is proposed no more', async () => {
    const { place: id, file } = await lift('2026-03-31');
    await put(file, { title: '合格证', attachmentIds: [office.file()] });
    await closed(file);
    const [first] = (await proposals(file)) as [Told['body']];
    await says(id, 'public-place', { device: liftUntil('2026-02-28') }, 2);
    expect((await act(first.id, 'accept')).body).toMatchObject({ status: 409, code: 'proposal-incomplete' });
    expect(await office.does('/api/record-proposals/accept-batch', office.clerk, { siteId: office.siteId })).toMatchObject({ accepted: [], left: [{ id: first.id, because: 'incomplete' }] });
    expect((await close(file)).body).toMatchObject({ code: 'nothing-ended' });
    expect((await act(first.id, 'return', office.director, back)).status).toBe(200);
    expect([await waiting(), (await read(file)).entries[0].volume]).toEqual([[file], null]);
    expect((await act(first.id, 'propose-again', office.clerk, again)).body).toMatchObject({ status: 409, code: 'volume-outdated' });
    await put(file, { title: '报废单' });
    await closed(file);
    expect([await volumes(file), (await read(file)).entries.map(({ volume }: { volume: number }) => volume), await waiting()]).toEqual([[[2, 2, 'proposed'], [1, 1, 'returned']], [2, 2], []]);
    // The first end was right after all: the papers are in the second volume, whatever its own end.
    await says(id, 'public-place', { device: liftUntil('2026-03-31') }, 3);
    expect((await act(first.id, 'propose-again', office.clerk, again)).body).toMatchObject({ code: 'volume-outdated' });
    await says(id, 'public-place', { device: liftUntil('2026-02-28') }, 4);
    expect((await accepted(file)).datedAt).toBe('2026-02-27T16:00:00.000Z');
    expect((await open(file, 1)).status).toBe(200);
  });

  it('is left to the living file where the device is in service after all, or is handed over with that', async () => {
    const { place: id, file } = await lift('2026-03-31');
    await put(file, { title: '合格证' });
    await closed(file);
    const [{ id: first }] = (await proposals(file)) as [Told['body']];
    await act(first, 'return', office.director, back);
    await says(id, 'public-place', { device: liftUntil(null) }, 2);
    expect([(await close(file)).body.code, await waiting()]).toEqual(['nothing-ended', []]);
    await says(id, 'public-place', { device: liftUntil('2026-03-31') }, 3);
    const list = await office.does('/api/hand-overs', office.clerk, { siteId: office.siteId, scope: 'living-files', receivingBody: '新物业公司', reason: '合同到期' });
    expect((await act(first, 'propose-again', office.clerk, again)).body).toMatchObject({ status: 409, code: 'living-file-listed' });
    await office.does(`/api/hand-overs/${list.id}/withdraw`, office.clerk, { reason: '重新申请' });
    expect((await act(first, 'propose-again', office.clerk, again)).status).toBe(200);
  });

  it('is proposed again or closed anew, and not both, at the same moment', async () => {
    const { file } = await lift('2026-03-31');
    await put(file, { title: '合格证' });
    await closed(file);
    const [{ id: first }] = (await proposals(file)) as [Told['body']];
    await act(first, 'return', office.director, back);
    const statuses = (await Promise.all([act(first, 'propose-again', office.clerk, again), close(file)])).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
    expect((await proposals(file)).filter(({ status }) => status === 'proposed')).toHaveLength(1);
  });
});

describe('destruction of what was closed (W4.4)', () => {
  it('is due when its term is over; it goes from the living file with its record, the list stays, and so does what another paper there has', async () => {
    const { file } = await lift('2012-06-30');
    const [alone, shared] = [office.file(), office.file()];
    await put(file, { title: '合格证', attachmentIds: [alone, shared] });
    await closed(file);
    const record = await accepted(file);
    await put(file, { title: '报废单', attachmentIds: [shared] });
    const due = (await office.ask(`GET /api/appraisals/due?siteId=${office.siteId}`, office.clerk)).body.items;
    expect(due.map(({ recordId }: { recordId: string }) => recordId)).toEqual([record.id]);
    const list = await office.witnessed([record.id]);
    expect((await open(file, 1)).status).toBe(200);
    await office.does(`/api/destructions/${list}/carry-out`, office.clerk, { method: '粉碎' });
    const living = { fileId: file, attachmentIds: [alone] };
    expect((await archives.events(record.id)).at(-1)).toMatchObject({ type: 'archives.record-destroyed.v1', data: { attachmentIds: expect.arrayContaining([alone, shared]), living } });
    const [{ entry }] = (await archives.rows<{ entry: string }>('SELECT entry FROM destruction_register WHERE destruction_id = $1', [list])) as [{ entry: string }];
    expect(JSON.parse(entry)).toMatchObject({ records: [{ recordId: record.id, living: { ...living, items: [1] } }] });
    expect((await open(file, 1)).body).toMatchObject({ status: 409, code: 'living-paper-destroyed' });
    expect((await open(file, 2)).status).toBe(200);
    // Until files has wiped it, it would take it once more.
    expect((await office.ask(`POST /api/living-files/${file}/file-paper`, office.clerk, { paper: 'other', title: '合格证', attachmentIds: [alone] })).body).toMatchObject({ status: 409, code: 'living-paper-destroyed' });
    expect(await read(file)).toMatchObject({ entries: [{ title: '报废单', volume: null }, { title: '合格证', volume: 1, files: [{ sha256: office.hashes.get(alone) }, {}] }], volumes: [{ standing: 'destroyed' }] });
    const held = await archives.rows(`SELECT item, sha256 FROM ${heldContents} h WHERE id = ANY ($1)`, [[file, record.id]]);
    expect(held).toEqual([{ item: 2, sha256: office.hashes.get(shared) }]);
  });
});

describe('a legal hold on a living file (W4.4)', () => {
  it('is set and lifted by the director alone, in turn; it keeps the file from being handed over, and goes with what is closed of it', async () => {
    const { file } = await lift('2012-06-30');
    const turn = (verb: 'hold' | 'release-hold', who = office.director) => office.ask(`POST /api/living-files/${file}/${verb}`, who, { reason: '电梯事故诉讼' });
    expect([(await turn('hold', office.clerk)).status, (await turn('release-hold')).body.code]).toEqual([403, 'not-held']);
    expect((await turn('hold')).body).toMatchObject({ held: true, version: 1 });
    expect((await turn('hold')).body).toMatchObject({ status: 409, code: 'already-held' });
    expect([await read(file), (await archives.events(file)).map(({ type }) => type)]).toMatchObject([{ held: true, holdReason: '电梯事故诉讼' }, ['archives.living-hold-set.v1']]);
    // Who does not keep the archives sees that it is, as of a record, and not why.
    expect((await office.ask(`GET /api/living-files/${file}`, office.head)).body).toMatchObject({ held: true, holdReason: null });
    await put(file, { title: '合格证' });
    expect((await office.ask('POST /api/hand-overs', office.clerk, { siteId: office.siteId, scope: 'living-files', receivingBody: '新物业公司', reason: '合同到期' })).body).toMatchObject({ status: 409, code: 'records-held', detail: expect.stringContaining('DT-01') });
    await closed(file);
    const record = await accepted(file);
    expect([await archives.told(record.id), (await office.read(record.id)).body.held]).toEqual([['record-archived', 'hold-set'], true]);
    expect(await archives.rows('SELECT reason, decided_by AS by FROM record_hold WHERE record_id = $1', [record.id])).toEqual([{ reason: '电梯事故诉讼', by: office.director.personId }]);
    expect((await office.start([record.id])).body).toMatchObject({ status: 409, code: 'records-not-due' });
    expect((await turn('release-hold')).body).toMatchObject({ held: false });
    expect([await read(file), (await office.read(record.id)).body.held]).toMatchObject([{ held: false, holdReason: null }, true]);
    await put(file, { title: '报废单' });
    await closed(file);
    expect((await office.read((await accepted(file)).id)).body.held).toBe(false);
    await expect(archives.rows('DELETE FROM living_file_hold')).rejects.toThrow(/permission denied/);
  });
});

describe('hand-over of a living file something of which was closed (W4.6)', () => {
  const apply = (): Promise<Told> => office.ask('POST /api/hand-overs', office.clerk, { siteId: office.siteId, scope: 'living-files', receivingBody: '新物业公司', reason: '合同到期' });

  it('waits until that is a record, which leaves as one; nothing is closed while it is on a list', async () => {
    const { file } = await lift('2026-03-31');
    await put(file, { title: '合格证', attachmentIds: [office.file()] });
    await closed(file);
    expect((await apply()).body).toMatchObject({ status: 409, code: 'volumes-proposed', detail: expect.stringContaining('DT-01') });
    const record = await accepted(file);
    await put(file, { title: '报废单', attachmentIds: [office.file()] });
    const list = await office.does('/api/hand-overs', office.clerk, { siteId: office.siteId, scope: 'all', receivingBody: '新物业公司', reason: '合同到期' });
    expect((await close(file)).body).toMatchObject({ status: 409, code: 'living-file-listed' });
    await office.does(`/api/hand-overs/${list.id}/approve`, office.director);
    for (const [part, who] of [['receiver', office.lead], ['witness', office.head]] as const) await office.does(`/api/hand-overs/${list.id}/name-party`, office.clerk, { part, personId: who.personId });
    await office.does(`/api/hand-overs/${list.id}/seal`, office.clerk);
    const [{ manifest }] = (await archives.rows<{ manifest: string }>('SELECT manifest FROM hand_over_package WHERE hand_over_id = $1', [list.id])) as [{ manifest: string }];
    expect(JSON.parse(manifest)).toMatchObject({ records: [{ id: record.id, files: expect.arrayContaining([expect.objectContaining({ kind: 'file' })]) }], livingFiles: [{ entries: [{ item: 2, title: '报废单' }] }] });
    for (const [part, who] of [['giver', office.clerk], ['receiver', office.lead], ['witness', office.head]] as const) await office.does(`/api/hand-overs/${list.id}/sign`, who, { part });
    for (const item of [1, 2]) expect((await open(file, item)).body).toMatchObject({ status: 409, code: 'living-file-handed-over' });
    expect((await read(file)).volumes).toMatchObject([{ standing: 'handed-over' }]);
    expect((await close(file)).body).toMatchObject({ code: 'living-file-handed-over' });
  });
});
