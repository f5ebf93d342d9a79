import { waitFor } from '@property-office/testing';
import { siteOf } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { pdfOf, upload } from '../../support/uploads';
import type { PageView } from '../../support/views';

const patienceMs = 120_000;

interface ProposalView {
  id: string;
  number: string;
  status: string;
  datedAt: string;
  title: string;
  text: string;
  steps: number;
  files: Array<{ sha256: string }>;
  duplicates: Array<{ archiveNumber: string; because: string }>;
  recordId: string;
}
interface RecordView {
  id: string;
  archiveNumber: string;
  title: string;
  files: Array<{ position: number; sha256: string }>;
  sheets: Array<{ kind: string; content: string }>;
}
interface LivingFileView {
  id: string;
  items: number;
  gaps: Array<{ paper: string }>;
}
interface Inbox {
  items: Array<{ kind: string; subject: { type: string; id: string } }>;
}

interface ArchivePeople {
  clerk: Session;
  director: Session;
  lead: Session;
  desk: Session;
  company: Session;
  resident: Session;
}

/** W4.5, W4.2, W4.1: a document from the register to the file, then a record; a proposal that came back; the file of a home. */
async function walkArchives(office: Office, { clerk, director, lead, desk, company, resident }: ArchivePeople): Promise<RecordView> {
  const documents = '/api/incoming-documents';
  const proposals = '/api/record-proposals';
  const filed = async (by: Session, more: object): Promise<string> => {
    const siteId = siteOf(clerk);
    const { id } = accepted(await clerk.post<{ id: string }>(documents, { siteId, title: '关于消防设施检查的通知', sender: '消防救援大队', documentDate: '2026-10-20T00:00:00Z', ...more }), 201);
    const acts: Array<[Session, string, object]> = [
      [clerk, 'check', {}],
      [clerk, 'propose', { proposal: '请客服部办理' }],
      [director, 'decide', { decision: '请客服部办理', actingPersonId: lead.who.id }],
      [lead, 'finish', { result: '已逐栋检查' }],
      [by, 'file', {}],
    ];
    for (const [who, verb, body] of acts) accepted(await who.post(`${documents}/${id}/${verb}`, body), 200);
    return id;
  };
  const proposed = async (sourceId: string): Promise<ProposalView> => {
    const { id } = await waitFor(async () => accepted(await clerk.get<PageView<ProposalView>>(`${proposals}?sourceId=${sourceId}`), 200).items[0], { what: 'the proposal' });
    return accepted(await clerk.get<ProposalView>(`${proposals}/${id}`), 200);
  };

  const attachment = accepted(await upload(clerk, pdfOf(2_000), '来文.pdf'), 201).id;
  const proposal = await proposed(await filed(clerk, { theirNumber: '消〔2026〕88号', attachmentIds: [attachment] }));
  expect(proposal).toMatchObject({ status: 'proposed', datedAt: '2026-10-20T00:00:00.000Z', title: '关于消防设施检查的通知', duplicates: [], steps: 6 });
  expect(proposal.text).toContain('办理结果：已逐栋检查');
  for (const who of [desk, company]) expect((await who.post(`${proposals}/${proposal.id}/accept`, {})).status).toBe(403);
  const record = accepted(await clerk.post<RecordView>(`${proposals}/${proposal.id}/accept`, { keywords: ['消防', 'fire'], shelf: 'A-1' }), 200);
  expect(record.archiveNumber).toMatch(/^PM01-WS·2026-D30-BGS-\d{4}$/);
  const whole = accepted(await lead.get<RecordView>(`/api/records/${record.id}`), 200);
  expect([whole.files[0]!.sha256, whole.sheets.map(({ kind }) => kind)]).toEqual([proposal.files[0]!.sha256, ['card', 'text', 'trail']]);
  for (const q of [record.archiveNumber, '消防设施检查', '消〔2026〕88号', 'fire'])
    expect(accepted(await lead.get<PageView<RecordView>>(`/api/records?q=${encodeURIComponent(q)}`), 200).items.map(({ id }) => id)).toContain(record.id);
  expect((await resident.get('/api/records')).status).toBe(403);
  const { url } = accepted(await lead.get<{ url: string }>(`/api/records/${record.id}/file?position=1`), 200);
  expect((await office.nobody().get(url)).status).toBe(200);
  const views = await office.query<{ operation: string; actor_id: string }>('SELECT operation, actor_id FROM archives.audit WHERE object_id = $1 ORDER BY at, id', [record.id]);
  expect(views.map((view) => [view.operation, view.actor_id])).toEqual([['archives.readRecord', lead.who.id], ['archives.openRecordFile', lead.who.id]]);

  // Those of the demonstration: each source tells its own matter.
  for (const source of ['complaint', 'notice']) {
    const [other] = accepted(await clerk.get<PageView<ProposalView>>(`${proposals}?source=${source}`), 200).items;
    expect(accepted(await clerk.get<ProposalView>(`${proposals}/${other!.id}`), 200)).toMatchObject({ complete: true, text: expect.any(String), steps: expect.any(Number) });
  }

  const again = await proposed(await filed(director, { theirNumber: '消〔2026〕88号' }));
  expect(again.duplicates).toMatchObject([{ archiveNumber: record.archiveNumber, because: 'document-number' }]);
  expect((await clerk.post<Problem>(`${proposals}/${again.id}/accept`, {})).body).toMatchObject({ status: 409, code: 'record-duplicate' });
  accepted(await clerk.post(`${proposals}/${again.id}/return`, { reason: '与已归档文件重复' }), 200);
  await waitFor(async () => (await director.get<Inbox>('/api/inbox?limit=100')).body.items.some(({ kind, subject }) => kind === 'proposal-returned' && subject.id === again.id), {
    what: 'word of the returned proposal',
  });

  const confidential = accepted(
    await clerk.post<RecordView>('/api/records', { siteId: siteOf(clerk), category: 'WS', office: 'BGS', retention: 'D10', title: '人员处分材料', responsibleParty: '管理处', datedAt: '2026-01-05T00:00:00Z', carrier: 'paper', confidentiality: 'confidential' }),
    201,
  );
  expect([(await company.get(`/api/records/${confidential.id}`)).status, (await desk.get(`/api/records/${confidential.id}`)).status, (await director.get(`/api/records/${confidential.id}`)).status]).toEqual([404, 404, 200]);

  for (const [verb, seen] of [['admit', 200], ['end-admission', 404]] as const) {
    accepted(await director.post(`/api/records/${confidential.id}/${verb}`, { readerId: desk.who.id }), 200);
    expect((await desk.get(`/api/records/${confidential.id}`)).status).toBe(seen);
  }

  const files = accepted(await clerk.get<PageView<LivingFileView>>('/api/living-files?gaps=true'), 200).items;
  const file = files.find(({ gaps }) => gaps.some(({ paper }) => paper === 'handover'))!;
  const scan = accepted(await upload(clerk, pdfOf(1_500), '验收单.pdf'), 201).id;
  const grown = accepted(await clerk.post<LivingFileView>(`/api/living-files/${file.id}/file-paper`, { paper: 'handover', title: '房屋交付验收单', attachmentIds: [scan] }), 200);
  expect([grown.items, grown.gaps.length]).toEqual([file.items + 1, file.gaps.length - 1]);
  accepted(await clerk.post(`${proposals}/accept-batch`, { siteId: siteOf(clerk), source: 'notice' }), 200);
  await office.comeToRest();
  const kept = await office.query<{ type: string }>('SELECT object_type AS type FROM files.attachment_link WHERE attachment_id = ANY ($1) ORDER BY 1', [[attachment, scan]]);
  expect(kept).toEqual([{ type: 'incoming-document' }, { type: 'living-file' }, { type: 'record' }]);
  return record;
}

export const archives = journey('archives through the gateway', (given) => {
  it('W4.1, W4.2, W4.5: what was filed becomes a record that nothing changes, found and looked at in writing', async () => {
    const { office } = given;
    const sessions: Session[] = [];
    for (const login of ['clerk', 'director', 'lead', 'desk', 'company', 'resident']) sessions.push(await office.as(login));
    const [clerk, director, lead, desk, company, resident] = sessions as [Session, Session, Session, Session, Session, Session];
    const record = await walkArchives(office, { clerk, director, lead, desk, company, resident });
    const corrected = accepted(await clerk.post<RecordView>(`/api/records/${record.id}/correct`, { title: '关于消防设施检查的通知（含回执）', reason: '补充回执' }), 200);
    expect(corrected).toMatchObject({ archiveNumber: record.archiveNumber, title: '关于消防设施检查的通知（含回执）' });
    expect(accepted(await director.post<{ held: boolean }>(`/api/records/${record.id}/hold`, { reason: '诉讼' }), 200).held).toBe(true);
  }, patienceMs);
});
