import { createHash } from 'node:crypto';
import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import { appliedFor, archivists, oldRecord, readList, type ListedRecord } from '../../support/destructions';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { pdfOf, upload } from '../../support/uploads';
import type { PageView } from '../../support/views';

const patienceMs = 120_000;

interface Inbox {
  items: Array<{ kind: string; subject: { type: string; id: string } }>;
}

export const destructions = journey('appraisal and destruction through the gateway', (given) => {
  it('W4.4: what is due is appraised by two, approved by the director, destroyed before two witnesses, and only its proof is left', async () => {
    const { office } = given;
    const people = await archivists(office);
    const { clerk, director, lead, deputy } = people;
    const [resident, desk, nobody] = [await office.as('resident'), await office.as('desk'), office.nobody()];
    const told = (who: Session, kind: string, id: string) =>
      waitFor(async () => (await who.get<Inbox>('/api/inbox?limit=100')).body.items.some((item) => item.kind === kind && item.subject.id === id), { what: `${kind} in the inbox` });
    const [own, shared] = [pdfOf(2_100), pdfOf(2_200)];
    const [alone, twin] = [accepted(await upload(clerk, own, '旧合同.pdf'), 201).id, accepted(await upload(clerk, shared, '旧图纸.pdf'), 201).id];
    const [one, two] = [await oldRecord(people, { title: '2013年保安服务合同', attachmentIds: [alone] }), await oldRecord(people, { title: '2013年管网图纸', attachmentIds: [twin] })];
    const copy = accepted(await upload(clerk, shared, '图纸.pdf'), 201).id;
    const holder = await oldRecord(people, { title: '管网图纸（现行）', retention: 'Y', attachmentIds: [copy], duplicateReason: '现行图纸单独归档' });
    const due = accepted(await clerk.get<PageView<{ recordId: string }>>(`/api/appraisals/due?siteId=${siteOf(clerk)}&limit=100`), 200).items.map(({ recordId }) => recordId);
    expect([due.includes(one.id), due.includes(two.id), due.includes(holder.id)]).toEqual([true, true, false]);
    expect([(await resident.get('/api/appraisals/due')).status, (await desk.get('/api/appraisals/due')).status]).toEqual([403, 403]);

    const { id } = await appliedFor(people, [one.id, two.id]);
    const path = `/api/destructions/${id}`;
    await told(director, 'destruction-to-approve', id);
    expect((await clerk.post(`${path}/approve`, {})).status).toBe(403);
    accepted(await director.post(`${path}/approve`, {}), 200);
    await told(clerk, 'destruction-approved', id);
    expect((await director.in('en').post<Problem>(`${path}/name-witness`, { witnessId: director.who.id })).status).toBe(409);
    accepted(await clerk.post(`${path}/name-witness`, { witnessId: lead.who.id }), 200);
    await told(lead, 'destruction-to-witness', id);
    accepted(await director.post(`/api/records/${one.id}/hold`, { reason: '合同纠纷' }), 200);
    expect((await lead.post<Problem>(`${path}/witness`, {})).body).toMatchObject({ status: 409, code: 'records-held' });
    accepted(await director.post(`/api/records/${one.id}/release-hold`, { reason: '纠纷已结' }), 200);
    expect((await deputy.post(`${path}/witness`, {})).status).toBe(404);
    accepted(await lead.post(`${path}/witness`, {}), 200);

    const link = { name: '王建国', body: 'owners-committee', sentBy: 'chat', phone: '13911112233' };
    const { url } = accepted(await clerk.post<{ url: string }>(`${path}/witness-links`, link), 201);
    const page = await (await fetch(url)).text();
    for (const shown of [one.archiveNumber, '2013年管网图纸']) expect(page).toContain(shown);
    for (const hidden of ['王建国', clerk.who.name]) expect(page).not.toContain(hidden);
    const signs = () => fetch(url.replace(/page$/, 'sign'), { method: 'POST', body: new URLSearchParams(), headers: { 'sec-fetch-site': 'same-origin' } });
    expect((await Promise.all([signs(), signs()])).map(({ status }) => status).sort()).toEqual([200, 409]);
    await told(clerk, 'destruction-to-carry-out', id);

    const openOf = async (record: ListedRecord) => accepted(await clerk.get<{ url: string }>(`/api/records/${record.id}/file?position=1`), 200).url;
    const [gone, held, stays] = [await openOf(one), await openOf(two), await openOf(holder)];
    for (const each of [gone, held, stays]) expect((await nobody.get(each)).status).toBe(200);
    accepted(await clerk.post(`${path}/carry-out`, {}), 200);
    await told(clerk, 'destruction-certified', id);
    for (const [each, status] of [[gone, 404], [held, 404], [stays, 200]] as const) expect((await nobody.get(each)).status).toBe(status);
    const list = await readList(people, id);
    expect((await clerk.get(`/api/destructions/${id}/certificate`)).text).toMatch(/^%PDF-/);
    expect([list.status, list.signatures.map(({ personId }) => personId)]).toEqual(['certified', [lead.who.id, null]]);
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    expect(list.wipes.find(({ recordId }) => recordId === one.id)).toMatchObject({ wiped: [hash(own)], kept: [] });
    expect(list.wipes.find(({ recordId }) => recordId === two.id)).toMatchObject({ wiped: [], kept: [{ sha256: hash(shared), heldBy: [{ type: 'record', id: holder.id }] }] });
    const left = accepted(await clerk.get<ListedRecord & { title: string; files: object[] }>(`/api/records/${one.id}`), 200);
    expect(left).toMatchObject({ archiveNumber: one.archiveNumber, proof: one.proof, title: '2013年保安服务合同', files: [], destroyedAt: expect.any(String) });
    const register = accepted(await director.get<PageView<{ destructionId: string; hash: string }>>('/api/destructions/register?limit=100'), 200).items;
    expect(register.find(({ destructionId }) => destructionId === id)).toMatchObject({ hash: list.registerHash });
  }, patienceMs);
});
