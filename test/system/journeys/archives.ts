import { waitFor } from '@property-office/testing';
import sharp from 'sharp';
import { siteOf } from '../../support/contacts';
import type { Problem } from '../../support/http';
import { told } from '../../support/inbox';
import { journey } from '../../support/journey';
import type { Office } from '../../support/office';
import { accepted } from '../../support/repairs';
import type { Session } from '../../support/session';
import { docxOf, pdfOf, upload, writtenPdf } from '../../support/uploads';
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
  expect((await company.get(`/api/records/${record.id}/file?position=1`)).status).toBe(403);
  const { url } = accepted(await clerk.get<{ url: string }>(`/api/records/${record.id}/file?position=1`), 200);
  expect((await office.nobody().get(url)).status).toBe(200);
  const views = await office.query<{ operation: string; actor_id: string }>('SELECT operation, actor_id FROM archives.audit WHERE object_id = $1 ORDER BY at, id', [record.id]);
  expect(views.map((view) => [view.operation, view.actor_id])).toEqual([['archives.readRecord', lead.who.id], ['archives.openRecordFile', clerk.who.id]]);

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

/** W4.2: what is kept is found by what its files and its final text say, by who handled it and where it lies, by whoever may know of it. */
async function walkSearch({ clerk, director, lead, company }: ArchivePeople, record: RecordView): Promise<void> {
  const search = async (who: Session, query: string) => accepted(await who.get<PageView<RecordView & { foundIn: object[] }>>(`/api/records?limit=100&${query}`), 200).items;
  const saying = (who: Session, q: string) => search(who, `q=${encodeURIComponent(q)}`);
  const ids = async (who: Session, query: string) => (await search(who, query)).map(({ id }) => id);
  expect(await saying(lead, '已逐栋检查')).toMatchObject([{ id: record.id, foundIn: [{ kind: 'text', position: null }] }]);

  const attachmentIds = [accepted(await upload(clerk, writtenPdf('Smoke extraction tested'), 'report.pdf'), 201).id, accepted(await upload(clerk, await docxOf('排烟风机复测合格'), '复测.docx'), 201).id];
  const said = { siteId: siteOf(clerk), category: 'SB', office: 'GCB', retention: 'D30', title: '设施检测材料', responsibleParty: '管理处', datedAt: '2024-03-04T00:00:00Z', carrier: 'both', shelf: 'Z-9' };
  const open = accepted(await clerk.post<RecordView>('/api/records', { ...said, attachmentIds }), 201);
  const secret = accepted(await clerk.post<RecordView>('/api/records', { ...said, confidentiality: 'confidential', attachmentIds: [accepted(await upload(clerk, await docxOf('排烟风机事故责任认定'), '认定.docx'), 201).id] }), 201);
  await waitFor(async () => (await saying(director, '责任认定')).length > 0, { what: 'the words of the secret record' });
  await waitFor(async () => (await saying(company, 'smoke EXTRACTION')).length > 0 && (await saying(company, '复测合格')).length > 0, { what: 'the words of both files' });
  expect(await saying(company, '排烟风机')).toMatchObject([{ id: open.id, foundIn: [{ kind: 'file', position: 2 }] }]);
  expect((await saying(clerk, '排烟风机')).map(({ id }) => id)).toEqual([secret.id, open.id]);

  expect(await ids(company, 'shelf=Z-9&office=GCB&carrier=both&datedFrom=2024-03-04T00:00:00Z&datedUntil=2024-03-05T00:00:00Z')).toEqual([open.id]);
  for (const miss of ['shelf=Z-8', 'office=BGS&shelf=Z-9', 'carrier=paper&shelf=Z-9', 'datedUntil=2024-03-04T00:00:00Z&shelf=Z-9']) expect([miss, await ids(company, miss)]).toEqual([miss, []]);
  expect(await ids(lead, `handledBy=${lead.who.id}&q=${encodeURIComponent('已逐栋检查')}`)).toEqual([record.id]);
}

interface LoanView {
  id: string;
  number: string;
  status: string;
  files: Array<{ position: number; markable: boolean }>;
}
interface CopyView {
  id: string;
  status: string;
  copyNumbers: number[];
}

/** W4.3: a paper has one holder and is inspected when it is back, a digital loan is looked at with a mark, copies are counted; each in the access log. */
async function walkLending(office: Office, { clerk, director, lead }: Pick<ArchivePeople, 'clerk' | 'director' | 'lead'>): Promise<void> {
  const [loans, copies] = ['/api/loans', '/api/copies'];
  const dueAt = new Date((await office.clock.now()).getTime() + 5 * 24 * 3_600_000).toISOString();
  const scan = accepted(await upload(clerk, await sharp({ create: { width: 64, height: 48, channels: 3, background: '#20507a' } }).png().toBuffer(), '扫描件.png'), 201).id;
  const said = { siteId: siteOf(clerk), category: 'HT', office: 'GCB', retention: 'D30', title: '电梯维保合同', responsibleParty: '管理处', datedAt: '2026-02-03T00:00:00Z', pages: 12, carrier: 'both' };
  const { id: recordId } = accepted(await clerk.post<RecordView>('/api/records', { ...said, attachmentIds: [scan] }), 201);
  const ask = async (who: Session, form: 'paper' | 'digital'): Promise<LoanView> => accepted(await who.post<LoanView>(loans, { recordId, form, purpose: '核对条款', dueAt }), 201);
  const act = async (who: Session, path: string, verb: string, body: object = {}): Promise<LoanView & CopyView> => accepted(await who.post<LoanView & CopyView>(`${path}/${verb}`, body), 200);

  const paper = await ask(lead, 'paper');
  await told(clerk, paper.id, 'loan-to-decide');
  expect((await lead.post<Problem>(`${loans}/${paper.id}/approve`, {})).status).toBe(403);
  await act(clerk, `${loans}/${paper.id}`, 'approve');
  await told(lead, paper.id, 'loan-approved');
  await act(clerk, `${loans}/${paper.id}`, 'hand-over');
  const second = await ask(director, 'paper');
  expect((await director.post<Problem>(`${loans}/${second.id}/approve`, {})).body).toMatchObject({ status: 403, code: 'own-loan' });
  await act(clerk, `${loans}/${second.id}`, 'approve');
  expect((await clerk.post<Problem>(`${loans}/${second.id}/hand-over`, {})).body).toMatchObject({ status: 409, code: 'paper-out' });
  await act(clerk, `${loans}/${paper.id}`, 'bring-back', { pagesComplete: false, unaltered: true, finding: '缺第 12 页' });
  await told(director, paper.id, 'loan-finding');
  const { remarks } = accepted(await clerk.get<{ remarks: object[] }>(`/api/records/${recordId}/history`), 200);
  expect(remarks).toMatchObject([{ remark: '缺第 12 页', loanNumber: paper.number }]);

  const digital = await ask(lead, 'digital');
  await act(clerk, `${loans}/${digital.id}`, 'approve');
  await act(lead, `${loans}/${digital.id}`, 'open');
  const { files } = accepted(await lead.get<LoanView>(`${loans}/${digital.id}`), 200);
  expect(files).toMatchObject([{ position: 1, markable: true }]);
  const shown = await lead.get(`${loans}/${digital.id}/file?position=1`);
  expect([shown.status, shown.text.slice(0, 5), shown.headers['cache-control']]).toEqual([200, '%PDF-', 'no-store']);
  expect((await clerk.get(`${loans}/${digital.id}/file?position=1`)).status).toBe(404);

  const official = { letter: '建函〔2026〕8号', officers: ['周涛 执法证 0731'] };
  const asked = accepted(await lead.post<CopyView>(copies, { recordId, forWhom: '区住建局', purpose: '核查', copies: 2, ...official }), 201);
  await told(clerk, asked.id, 'copy-to-decide');
  await act(clerk, `${copies}/${asked.id}`, 'approve');
  expect(await act(clerk, `${copies}/${asked.id}`, 'make')).toMatchObject({ status: 'made', copyNumbers: [1, 2] });
  await told(lead, asked.id, 'copy-made');
  expect((await clerk.get(`${copies}/${asked.id}/file?position=1&copy=2`)).status).toBe(200);
  await act(clerk, `${copies}/${asked.id}`, 'hand-over', { receivedBy: '周涛' });
  const log = await office.query<{ operation: string }>(`SELECT operation FROM archives.audit WHERE object_id = $1 AND operation ~ '(Loan|LoanFile|Copy)$' ORDER BY at, id`, [recordId]);
  expect(log.map(({ operation }) => operation.replace('archives.', ''))).toEqual(['handOverLoan', 'bringBackLoan', 'openLoan', 'viewLoanFile', 'makeCopy', 'printCopy']);
}

interface MonthView {
  id: string;
  month: string;
  status: string;
  toldAt: string;
  sources: Array<{ source: string; events: number; open: number; records: number }>;
}
interface CaseView {
  eventId: string;
  standing: string;
  proposalId: string;
  source: { type: string };
}

/** W4.5: months of the demonstration, counted anew from what the sources say now: one is put right and closed, one that is open again has a reason. */
async function walkMonths({ clerk, desk }: Pick<ArchivePeople, 'clerk' | 'desk'>): Promise<void> {
  const months = '/api/archive-months';
  const standing = async (status: string): Promise<MonthView> => {
    const [month] = accepted(await clerk.get<PageView<MonthView>>(`${months}?siteId=${siteOf(clerk)}&status=${status}`), 200).items.toReversed();
    return accepted(await clerk.get<MonthView>(`${months}/${month!.id}`), 200);
  };
  const open = async (id: string): Promise<CaseView[]> => accepted(await clerk.get<PageView<CaseView>>(`${months}/${id}/cases?unsettled=true`), 200).items;
  expect((await desk.get(months)).status).toBe(403);

  const differing = await standing('differing');
  expect(differing.sources.find(({ source }) => source === 'repair-register')).toMatchObject({ events: 1, open: 1, records: 0 });
  expect((await clerk.post<Problem>(`${months}/${differing.id}/close`, {})).body).toMatchObject({ status: 409, code: 'month-unsettled' });
  expect((await clerk.post<Problem>(`${months}/${differing.id}/ask-again`, {})).body).toMatchObject({ status: 409, code: 'nothing-missing' });
  const [register] = await open(differing.id);
  accepted(await clerk.post(`/api/record-proposals/${register!.proposalId}/accept`, {}), 200);
  const closed = accepted(await clerk.post<MonthView>(`${months}/${differing.id}/close`, { remarks: '核平' }), 200);
  expect([closed.status, closed.toldAt > differing.toldAt]).toEqual(['closed', true]);
  const printed = await clerk.get(`${months}/${differing.id}/repair-register`);
  expect([printed.status, printed.text.slice(0, 5)]).toEqual([200, '%PDF-']);

  const reopened = await standing('reopened');
  const [again] = await open(reopened.id);
  accepted(await clerk.post(`${months}/${reopened.id}/explain`, { eventId: again!.eventId, reason: '工程部补签中' }), 200);
  await told(clerk, reopened.id, 'month-to-close');
  expect(accepted(await clerk.post<MonthView>(`${months}/${reopened.id}/close`, {}), 200).status).toBe('closed');
}

export const archives = journey('archives through the gateway', (given) => {
  it('W4.1, W4.2, W4.5: what was filed becomes a record that nothing changes, found and looked at in writing', async () => {
    const { office } = given;
    const sessions: Session[] = [];
    for (const login of ['clerk', 'director', 'lead', 'desk', 'company', 'resident']) sessions.push(await office.as(login));
    const [clerk, director, lead, desk, company, resident] = sessions as [Session, Session, Session, Session, Session, Session];
    const people = { clerk, director, lead, desk, company, resident };
    const record = await walkArchives(office, people);
    await walkSearch(people, record);
    const corrected = accepted(await clerk.post<RecordView>(`/api/records/${record.id}/correct`, { title: '关于消防设施检查的通知（含回执）', reason: '补充回执' }), 200);
    expect(corrected).toMatchObject({ archiveNumber: record.archiveNumber, title: '关于消防设施检查的通知（含回执）' });
    expect(accepted(await director.post<{ held: boolean }>(`/api/records/${record.id}/hold`, { reason: '诉讼' }), 200).held).toBe(true);
  }, patienceMs);

  it('W4.3: loans and copies are asked for, approved by somebody else, counted, marked and logged', async () => {
    const { office } = given;
    const [clerk, director, lead] = [await office.as('clerk'), await office.as('director'), await office.as('lead')];
    await walkLending(office, { clerk, director, lead });
  }, patienceMs);

  it('W4.5: a month agrees by source or has its reasons before it is closed, and has its register of repairs', async () => {
    const { office } = given;
    await walkMonths({ clerk: await office.as('clerk'), desk: await office.as('desk') });
  }, patienceMs);
});
