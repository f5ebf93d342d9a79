import { createHash, createPublicKey, verify } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { waitFor } from '@property-office/testing';
import { fromBufferPromise } from 'yauzl';
import { siteOf } from '../../support/contacts';
import { archivists, type ListedRecord } from '../../support/destructions';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { pdfOf, upload } from '../../support/uploads';
import type { PageView } from '../../support/views';

const patienceMs = 120_000;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Inbox {
  items: Array<{ kind: string; subject: { id: string } }>;
}

interface HandOver {
  id: string;
  status: string;
  manifestHash: string;
}

interface Packed {
  records: Array<{ archiveNumber: string; proof: string; files: Array<{ path: string; sha256: string }> }>;
}

export const handOvers = journey('hand-over of records through the gateway', (given) => {
  it('W4.6: a list is approved, sealed in one package that opens with a common tool, signed by three, and then stays as description and proof', async () => {
    const { office } = given;
    const { clerk, director, lead } = await archivists(office);
    const siteId = siteOf(clerk);
    const told = (who: Session, kind: string, id: string) =>
      waitFor(async () => (await who.get<Inbox>('/api/inbox?limit=100')).body.items.some((item) => item.kind === kind && item.subject.id === id), { what: `${kind} in the inbox` });
    const pdf = pdfOf(2_300);
    const said = { siteId, category: 'HT', office: 'GCB', retention: 'D30', responsibleParty: '管理处', datedAt: '2024-06-05T02:00:00Z' };
    const registered = async (title: string, more: object): Promise<ListedRecord> => accepted(await clerk.post<ListedRecord>('/api/records', { ...said, title, ...more }), 201);
    const record = await registered('2024年机电保养合同', { attachmentIds: [accepted(await upload(clerk, pdf, '保养合同.pdf'), 201).id] });
    const secret = await registered('2024年谈判底稿', { carrier: 'paper', confidentiality: 'confidential' });
    const body = { siteId, scope: 'named', recordIds: [record.id, secret.id], receivingBody: '业主委员会', reason: '合同到期' };
    expect((await clerk.post<Problem>('/api/hand-overs', body)).body).toMatchObject({ status: 409, code: 'records-confidential' });
    const { id } = accepted(await clerk.post<HandOver>('/api/hand-overs', { ...body, confidential: true }), 201);
    const path = `/api/hand-overs/${id}`;
    await told(director, 'hand-over-to-approve', id);
    expect((await clerk.post(`${path}/approve`, {})).status).toBe(403);
    accepted(await director.post(`${path}/approve`, {}), 200);
    await told(clerk, 'hand-over-approved', id);
    accepted(await clerk.post(`${path}/name-party`, { part: 'witness', personId: lead.who.id }), 200);
    const { manifestHash } = accepted(await clerk.post<HandOver>(`${path}/seal`, {}), 200);
    await told(lead, 'hand-over-to-sign', id);
    const dueAt = new Date((await office.clock.now()).getTime() + 5 * 24 * 3_600_000).toISOString();
    const loan = accepted(await clerk.post<{ id: string; number: string }>('/api/loans', { recordId: record.id, form: 'digital', purpose: '核对', dueAt }), 201);
    expect((await clerk.post<Problem>(`${path}/sign`, { part: 'giver' })).body).toMatchObject({ status: 409, code: 'record-out', detail: expect.stringContaining(loan.number) });
    accepted(await clerk.post(`/api/loans/${loan.id}/withdraw`, {}), 200);

    expect((await (await office.as('desk')).get(`${path}/package`)).status).toBe(403);
    const zip = await fromBufferPromise(await clerk.download(`${path}/package`));
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
    expect(sha256(files.get('manifest.json')!)).toBe(manifestHash);
    expect(verify(null, files.get('manifest.sha256')!, createPublicKey(files.get('public-key.pem')!), files.get('manifest.sha256.sig')!)).toBe(true);
    const { records } = JSON.parse(files.get('manifest.json')!.toString()) as Packed;
    expect(records.map(({ archiveNumber, proof }) => [archiveNumber, proof]).toSorted()).toEqual([record, secret].map(({ archiveNumber, proof }) => [archiveNumber, proof]).toSorted());
    for (const { path: name, sha256: hash } of records.flatMap((each) => each.files)) expect([name, sha256(files.get(name)!)]).toEqual([name, hash]);
    expect([...files.values()].some((bytes) => bytes.equals(pdf))).toBe(true);
    for (const name of ['README.txt', 'index.html', 'SHA256SUMS']) expect([...files.keys()]).toContain(name);

    const { url } = accepted(await clerk.post<{ url: string }>(`${path}/links`, { part: 'receiver', name: '李接收', body: 'owners-committee', sentBy: 'chat', phone: '13911115555' }), 201);
    const page = await (await fetch(url)).text();
    expect(page).toContain(record.archiveNumber);
    for (const hidden of ['李接收', '2024年谈判底稿']) expect(page).not.toContain(hidden);
    const signs = () => fetch(url.replace(/page$/, 'sign'), { method: 'POST', body: new URLSearchParams(), headers: { 'sec-fetch-site': 'same-origin' } });
    expect((await Promise.all([signs(), signs()])).map(({ status }) => status).sort()).toEqual([200, 409]);
    accepted(await clerk.post(`${path}/sign`, { part: 'giver' }), 200);
    expect(accepted(await lead.post<HandOver>(`${path}/sign`, { part: 'witness' }), 200).status).toBe('handed-over');
    await told(clerk, 'hand-over-done', id);

    expect(accepted(await clerk.get<object>(`/api/records/${record.id}`), 200)).toMatchObject({ title: '2024年机电保养合同', proof: record.proof, handOverId: id });
    for (const refused of [await clerk.get<Problem>(`/api/records/${record.id}/file?position=1`), await clerk.post<Problem>('/api/loans', { recordId: record.id, form: 'digital', purpose: '核对', dueAt })])
      expect(refused.body).toMatchObject({ status: 409, code: 'record-handed-over' });
    const { views } = accepted(await clerk.get<{ views: Array<{ operation: string; personId: string }> }>(`/api/records/${record.id}/history`), 200);
    expect(views).toContainEqual(expect.objectContaining({ operation: 'archives.downloadHandOver', personId: clerk.who.id }));
    expect(accepted(await director.get<PageView<HandOver>>('/api/hand-overs?limit=100'), 200).items.find((each) => each.id === id)).toMatchObject({ status: 'handed-over', manifestHash });
  }, patienceMs);
});
