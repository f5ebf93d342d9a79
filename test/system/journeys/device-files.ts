import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { archivists, readList, witnessedList, type ListedRecord } from '../../support/destructions';
import type { Problem } from '../../support/http';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import { accepted, finishWork, report } from '../../support/repairs';
import type { Session } from '../../support/session';
import { pdfOf, upload } from '../../support/uploads';
import type { PageView } from '../../support/views';

const patienceMs = 120_000;

interface FileView {
  id: string;
  items: number;
  device: { equipment: string };
  gaps: Array<{ paper: string }>;
}
interface FileDetailView extends FileView {
  entries: Array<{ item: number; paper: string; title: string; sourceId: string | null; volume: number | null }>;
  volumes: Array<{ n: number; papers: number; standing: string }>;
  deviceKeptUntilYear: number | null;
}

interface ListView {
  subject: string;
  version: number;
  papers: object[];
  changes: object[];
}

interface ImportedView {
  items: Array<{ id: string; created: boolean; deviceChange: object | null }>;
}

const device = { number: 'DT-会所', equipment: 'lift', installedOn: '2003-06-01' };

export const deviceFiles = journey('files of devices', (given) => {
  it('W4.1, W4.5: a lift is registered, its file shows what it lacks, a paper closes a gap, and a repair of it joins by itself', async () => {
    const { office } = given;
    const [clerk, desk, technician, resident] = [await office.as('clerk'), await office.as('desk'), await office.as('technician'), await office.as('resident')];
    const name = { zh: '会所观光电梯', en: 'Clubhouse glass lift' };
    const lift = accepted(await clerk.post<{ id: string; device: object }>('/api/places', { kind: 'public-place', parentId: siteOf(clerk), code: '会所电梯', name, device }), 201);
    expect(lift.device).toEqual({ ...device, outOfServiceOn: null, warrantyUntil: null });

    const found = async (q: string): Promise<FileView[]> => accepted(await clerk.get<PageView<FileView>>(`/api/living-files?subject=device&equipment=lift&q=${encodeURIComponent(q)}`), 200).items;
    const file = await waitFor(async () => (await found('会所观光'))[0], { what: 'the file of the lift' });
    for (const q of [device.number, 'glass lift']) expect((await found(q)).map(({ id }) => id)).toEqual([file.id]);
    const gaps = file.gaps.map(({ paper }) => paper);
    expect([file.items, gaps]).toEqual([0, ['purchase', 'certificate', 'commissioning', 'manual', 'inspection', 'maintenance-contract', 'use-registration']]);
    const scan = accepted(await upload(clerk, pdfOf(1_200), '合格证.pdf'), 201).id;
    const grown = accepted(await clerk.post<FileView>(`/api/living-files/${file.id}/file-paper`, { paper: 'certificate', title: '会所观光梯产品合格证', attachmentIds: [scan] }), 200);
    expect(grown.gaps.map(({ paper }) => paper)).toEqual(gaps.filter((paper) => paper !== 'certificate'));
    expect((await found('会所观光梯产品合格证')).map(({ id }) => id)).toEqual([file.id]);

    // It has a QR, and a resident reports at it, as at any public place, and sees nothing of its file.
    await office.comeToRest();
    expect((await desk.get(`/api/places/${lift.id}/qr`)).headers['content-type']).toMatch(/^image\/svg\+xml/);
    const repair = await report(resident, { location: { place: lift.id }, description: '轿厢顶部滴水' });
    expect((await resident.get(`/api/living-files/${file.id}`)).status).toBe(403);
    await finishWork({ desk, technician }, repair.id);
    const read = async (): Promise<FileDetailView> => accepted(await clerk.get<FileDetailView>(`/api/living-files/${file.id}`), 200);
    await waitFor(async () => (await read()).items === 2, { what: 'the repair in the file of the lift' });
    expect((await read()).entries[0]).toMatchObject({ item: 2, paper: 'repair', title: repair.number, sourceId: repair.id });
  }, patienceMs);

  it('W4.1: the clerk says what belongs into the files of lifts; they lack it at once, and no longer once it is retired', async () => {
    const { office } = given;
    const [clerk, lead] = [await office.as('clerk'), await office.as('lead')];
    const list = `/api/completeness-lists/${siteOf(clerk)}`;
    const version = async () => accepted(await lead.get<{ items: ListView[] }>(list), 200).items.find(({ subject }) => subject === 'device')!.version;
    const says = async (who: Session, verb: string, more: object) =>
      who.post<ListView>(`${list}/${verb}`, { subject: 'device', paper: 'rope-report', ...more }, { headers: { 'if-match': `"${await version()}"` } });
    const named = { nameZh: '钢丝绳检测报告', nameEn: 'rope report', equipment: ['lift'] };
    expect((await says(lead, 'set-paper', named)).status).toBe(403);
    expect(accepted(await says(clerk, 'set-paper', named), 200).papers).toContainEqual({ paper: 'rope-report', ...named, perOwner: false });
    const lacking = async () =>
      accepted(await clerk.get<PageView<FileView>>('/api/living-files?subject=device&gaps=true&limit=100'), 200).items.filter(({ gaps }) => gaps.some(({ paper }) => paper === 'rope-report'));
    const lifts = await lacking();
    expect([lifts.length > 0, lifts.every(({ device: { equipment } }) => equipment === 'lift')]).toEqual([true, true]);
    expect(accepted(await says(clerk, 'retire-paper', { reason: '并入检验检测报告' }), 200).changes[0]).toMatchObject({ paper: 'rope-report', required: false, reason: '并入检验检测报告' });
    expect(await lacking()).toEqual([]);
  }, patienceMs);

  it('W4.1, W4.4, W4.5: what a scrapped lift left is kept from its end on, closed, closed anew by the right end, and as a record destroyed to the last byte', async () => {
    const { office } = given;
    const [clerk, desk] = [await office.as('clerk'), await office.as('desk')];
    const scrapped = { number: 'DT-拆', equipment: 'lift', installedOn: '2003-06-01' };
    const lift = accepted(await clerk.post<{ id: string }>('/api/places', { kind: 'public-place', parentId: siteOf(clerk), code: '旧货梯', name: { zh: '旧货梯', en: 'Old goods lift' }, device: scrapped }), 201);
    const file = await waitFor(async () => accepted(await clerk.get<PageView<FileView>>(`/api/living-files?subjectId=${lift.id}`), 200).items[0], { what: 'the file of the old lift' });
    const scan = accepted(await upload(clerk, pdfOf(1_300), '旧货梯合格证.pdf'), 201).id;
    accepted(await clerk.post(`/api/living-files/${file.id}/file-paper`, { paper: 'certificate', title: '旧货梯合格证', attachmentIds: [scan] }), 200);
    const read = async (): Promise<FileDetailView> => accepted(await clerk.get<FileDetailView>(`/api/living-files/${file.id}`), 200);

    const close = `/api/living-files/${file.id}/close`;
    expect((await clerk.post<Problem>(close, {})).body).toMatchObject({ status: 409, code: 'nothing-ended' });
    const end = async (outOfServiceOn: string, version: number): Promise<void> => {
      const said = JSON.stringify({ device: { ...scrapped, outOfServiceOn } });
      accepted(await clerk.send('PATCH', `/api/places/${lift.id}`, said, { headers: { 'content-type': 'application/json', 'if-match': `"${version}"` } }), 200);
      const keptUntilYear = Number(outOfServiceOn.slice(0, 4)) + 10;
      await waitFor(async () => (await read()).deviceKeptUntilYear === keptUntilYear, { what: 'the end of the lift in its file' });
    };
    await end('2015-01-31', 1);
    await told(clerk, file.id, 'living-file-to-close');

    // What it left is closed, becomes a record, and goes the way of records, to the last byte.
    expect(accepted(await clerk.get<PageView<FileView>>('/api/living-files?ended=true&limit=100'), 200).items.map(({ id }) => id)).toContain(file.id);
    expect((await desk.post(close, {})).status).toBe(403);
    accepted(await clerk.post(close, {}), 200);
    const proposals = async () => accepted(await clerk.get<PageView<{ id: string; source: object }>>(`/api/record-proposals?sourceId=${file.id}`), 200).items;
    const [wrong] = await proposals();
    // The end was wrong: the volume comes back, and its papers are closed anew.
    await end('2014-01-31', 2);
    expect((await clerk.post<Problem>(`/api/record-proposals/${wrong!.id}/accept`, {})).body).toMatchObject({ status: 409, code: 'proposal-incomplete' });
    accepted(await clerk.post(`/api/record-proposals/${wrong!.id}/return`, { reason: '停用日期有误' }), 200);
    expect((await clerk.post<Problem>(`/api/record-proposals/${wrong!.id}/propose-again`, { remarks: '再报' })).body).toMatchObject({ status: 409, code: 'volume-outdated' });
    accepted(await clerk.post(close, {}), 200);
    const [proposal] = await proposals();
    expect(proposal!.source).toEqual({ type: 'device-file', id: file.id, number: scrapped.number });
    const record = accepted(await clerk.post<ListedRecord>(`/api/record-proposals/${proposal!.id}/accept`, {}), 200);
    expect(record.archiveNumber).toMatch(/^PM01-SB·2014-D10-GCB-\d{4}$/);
    const { url } = accepted(await clerk.get<{ url: string }>(`/api/living-files/${file.id}/file?item=1&position=1`), 200);
    expect((await office.nobody().get(url)).status).toBe(200);
    const people = await archivists(office);
    const { id: list } = await witnessedList(people, [record.id]);
    accepted(await clerk.post(`/api/destructions/${list}/carry-out`, { method: '粉碎' }), 200);
    await waitFor(async () => (await readList(people, list)).status === 'certified', { what: 'the certificate of what the lift left' });
    expect((await readList(people, list)).wipes).toMatchObject([{ recordId: record.id, wiped: [expect.any(String)], kept: [] }]);
    expect((await office.nobody().get(url)).status).toBe(404);
    expect((await clerk.get<Problem>(`/api/living-files/${file.id}/file?item=1&position=1`)).body).toMatchObject({ status: 409, code: 'living-paper-destroyed' });
    expect(await read()).toMatchObject({ items: 1, volumes: [{ n: 2, papers: 1, standing: 'destroyed' }, { n: 1, papers: 1, standing: 'returned' }], entries: [{ volume: 2, title: '旧货梯合格证' }] });
  }, patienceMs);

  it('W4.1, W4.5: a list says more of a pump, its wrong number is corrected, and what is repaired under warranty proposes a record', async () => {
    const { office } = given;
    const [clerk, desk, technician, resident, operator] = [await office.as('clerk'), await office.as('desk'), await office.as('technician'), await office.as('resident'), await office.as('operator')];
    const siteId = siteOf(clerk);
    const day = (days: number, now: Date): string => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const now = await office.clock.now();
    const pump = { number: 'XF-0I', equipment: 'pump', installedOn: day(-100, now) };
    const row = (more: object) => ({ externalCode: 'XFB', kind: 'public-place', code: '消防泵', name: { zh: '消防泵', en: 'Fire pump' }, ...more });
    const list = async (more: object, preview = false) => accepted(await operator.post<ImportedView>('/api/places/batch', { siteId, places: [row(more)], preview }), 200).items[0]!;
    const { id } = await list({ device: pump });
    const warrantyUntil = day(300, now);
    const after = { ...pump, outOfServiceOn: null, warrantyUntil };
    for (const preview of [true, false]) expect(await list({ device: { ...pump, warrantyUntil } }, preview)).toMatchObject({ id, created: false, deviceChange: { before: { warrantyUntil: null }, after } });
    expect((await list({})).deviceChange).toBeNull();

    const body = JSON.stringify({ number: 'XF-01', reason: '字母 I 应为数字 1' });
    const corrected = accepted(await clerk.send<{ device: object }>('POST', `/api/places/${id}/correct-device-number`, body, { headers: { 'content-type': 'application/json', 'if-match': '"2"', 'idempotency-key': id } }), 200);
    expect(corrected.device).toEqual({ ...after, number: 'XF-01' });
    const read = async () => accepted(await clerk.get<PageView<{ code: string; device: object }>>(`/api/living-files?subjectId=${id}`), 200).items[0];
    await waitFor(async () => (await read())?.code === 'XF-01', { what: 'the file of the pump under its right number' });
    expect((await read())!.device).toMatchObject({ warrantyUntil });

    await office.comeToRest();
    const repair = await report(resident, { location: { place: id }, description: '消防泵异响' });
    await finishWork({ desk, technician }, repair.id);
    const due = `/api/follow-ups?repairRequestId=${repair.id}&status=due`;
    const followUp = await waitFor(async () => accepted(await desk.get<PageView<{ id: string }>>(due), 200).items[0], { what: 'the follow-up' });
    accepted(await desk.post(`/api/follow-ups/${followUp.id}/outcome`, { result: 'satisfied', rating: 5 }), 200);
    const proposals = async () => accepted(await clerk.get<PageView<{ status: string }>>(`/api/record-proposals?sourceId=${repair.id}`), 200).items;
    await waitFor(async () => (await proposals()).length > 0, { what: 'the repair to be proposed as a record' });
  }, patienceMs);
});
