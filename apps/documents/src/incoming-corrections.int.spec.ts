import { DocumentsUnderTest } from './documents.fixture';
import { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  office = await PaperOffice.open(documents);
});
afterAll(() => documents?.close());

const version = async (id: string): Promise<string> => `"${(await office.read(id)).body.version}"`;
const correct = async (id: string, said: object, who = office.clerk) => office.act(id, 'correct', who, { reason: '抄错了来文单位', ...said }, { 'if-match': await version(id) });

describe('the correction of a registered document (W1.1, G3)', () => {
  it('keeps its number, what was there before, who corrected it and why, and is found by what it says now', async () => {
    const { id, number } = (await office.register({ documentDate: '2026-11-20T00:00:00Z' })).body;
    const said = { sender: '区教育局', documentDate: '2026-11-21T00:00:00Z', pages: 3 };
    expect(await correct(id, { ...said, title: '关于开展消防安全检查的通知' })).toMatchObject({ status: 200, body: { number, status: 'registered', sender: '区教育局', pages: 3 } });
    const was = { sender: '街道办事处', documentDate: '2026-11-20T00:00:00.000Z', pages: null };
    const became = { ...said, documentDate: '2026-11-21T00:00:00.000Z' };
    expect((await office.read(id)).body.corrections).toEqual([{ n: 1, was, became, reason: '抄错了来文单位', correctedBy: office.clerk.personId, correctedFor: null, happenedAt: expect.any(String) }]);
    expect([await office.list(`q=${encodeURIComponent('教育局')}`), await office.list(`q=${encodeURIComponent('街道办')}&siteId=${office.siteId}`)]).toEqual([[id], []]);
    expect((await documents.matters(id))[0]).toMatchObject({ responsibleParty: '区教育局', pages: 3 });
    await expect(documents.rows('DELETE FROM incoming_correction WHERE document_id = $1', [id])).rejects.toThrow('permission denied');
  });

  it('tells what it replaced; of a confidential one only which fields, and never why', async () => {
    const [open, hidden] = [await office.registered(), await office.registered({ confidentiality: 'confidential' })];
    for (const id of [open, hidden]) await correct(id, { title: '关于校车停放的函', theirNumber: '教〔2026〕9号' });
    expect((await documents.events(open)).at(-1)).toMatchObject({
      type: 'documents.incoming-corrected.v1',
      data: { fields: ['title', 'theirNumber'], was: { title: '关于开展消防安全检查的通知', theirNumber: '街办〔2026〕8号' }, became: { title: '关于校车停放的函' } },
    });
    const secret = (await documents.events(hidden)).at(-1)!;
    expect(secret.data).toEqual({ number: expect.any(String), fields: ['title', 'theirNumber'] });
    expect(JSON.stringify(await documents.events(open))).not.toContain('抄错了');
  });

  it('says what was not there is not, in no date that has not come, and not both of one thing', async () => {
    const id = await office.registered({ documentDate: '2026-11-20T00:00:00Z', pages: 3, urgency: 'urgent' });
    expect((await correct(id, { documentDate: office.inHours(48) })).body).toMatchObject({ status: 400, code: 'document-date-ahead', errors: [{ pointer: '/documentDate' }] });
    expect((await correct(id, { pages: 4, emptied: ['documentDate', 'pages'] })).body).toMatchObject({ status: 400, code: 'said-and-emptied', errors: [{ pointer: '/pages' }] });
    expect((await correct(id, { emptied: ['title'] })).body).toMatchObject({ status: 400, errors: [{ pointer: '/emptied' }] });
    const emptied = ['theirNumber', 'documentDate', 'pages'];
    expect((await correct(id, { emptied, urgency: 'ordinary' })).body).toMatchObject({ theirNumber: null, documentDate: null, pages: null, urgency: 'ordinary' });
    const was = { theirNumber: '街办〔2026〕8号', documentDate: '2026-11-20T00:00:00.000Z', pages: 3, urgency: 'urgent' };
    expect((await office.read(id)).body.corrections).toMatchObject([{ was, became: { theirNumber: null, documentDate: null, pages: null, urgency: 'ordinary' } }]);
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({ was, became: { urgency: 'ordinary' } });
    expect((await correct(id, { emptied })).body).toMatchObject({ status: 400, code: 'document-unchanged' });
  });

  it('that it is confidential hides it at once, with its mail and what is printed of it; the director alone opens it', async () => {
    const other = office.person('department-head');
    await office.employ(other);
    const mail = { siteId: office.siteId, kind: 'letter', sender: '纪检组', addresseeId: office.desk.personId, subject: '关于人员的函', official: true };
    const { id: mailId } = (await documents.ask('POST /api/mail', office.desk, mail)).body;
    const { id } = (await documents.ask(`POST /api/mail/${mailId}/convert`, office.clerk, {})).body;
    const job = { siteId: office.siteId, work: 'print', title: '人员的函', forWhom: '主任', copies: 1, documentId: id, dueAt: office.inHours(24) };
    const { id: jobId } = (await documents.ask('POST /api/print-jobs', office.head, job)).body;
    const known = async () => Promise.all(([[`incoming-documents/${id}`, other], [`mail/${mailId}`, office.desk], [`print-jobs/${jobId}`, other]] as const).map(async ([path, who]) => (await documents.ask(`GET /api/${path}`, who)).status));
    const found = async () => [await office.list(`q=${encodeURIComponent('人员的函')}`, office.head), (await documents.ask(`GET /api/document-hits?q=${encodeURIComponent('人员的函')}`, office.head)).body.items];
    expect(await known()).toEqual([200, 200, 200]);
    expect((await office.read(id, office.head)).status).toBe(200);
    expect((await correct(id, { title: '关于某人员的函', confidentiality: 'confidential' })).status).toBe(200);
    expect((await documents.events(id)).at(-1)!.data).toEqual({ number: expect.any(String), fields: ['title', 'confidentiality'] });
    expect((await office.read(id, office.head)).status).toBe(404);
    expect([await found(), await known()]).toEqual([[[], []], [404, 404, 404]]);
    expect((await documents.ask(`GET /api/print-jobs/${jobId}`, office.head)).body).toMatchObject({ confidentiality: 'confidential' });
    expect((await correct(id, { confidentiality: 'open' })).body).toMatchObject({ status: 403, code: 'opened-by-director' });
    expect((await correct(id, { confidentiality: 'internal' }, office.director)).body).toMatchObject({ confidentiality: 'internal' });
    expect((await documents.events(id)).at(-1)!.data).toEqual({ number: expect.any(String), fields: ['confidentiality'] });
    expect((await office.read(id, office.head)).status).toBe(200);
  });

  it('is made while the document is dealt with, by the office, of what was read last, and of something', async () => {
    const id = await office.decided();
    expect((await correct(id, { sender: '市教育局' })).body).toMatchObject({ status: 'decided', sender: '市教育局' });
    expect((await correct(id, { sender: '市教育局' })).body).toMatchObject({ status: 400, code: 'document-unchanged' });
    expect((await correct(id, {})).body).toMatchObject({ status: 400, code: 'document-unchanged' });
    expect((await office.act(id, 'correct', office.clerk, { sender: '甲' }, { 'if-match': await version(id) })).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect((await office.act(id, 'correct', office.clerk, { sender: '甲', reason: '错' })).status).toBe(428);
    expect((await office.act(id, 'correct', office.clerk, { sender: '甲', reason: '错' }, { 'if-match': '"1"' })).status).toBe(412);
    expect((await correct(id, { sender: '甲' }, office.head)).status).toBe(403);
  });

  it('is none of a document that was filed, sent back or void', async () => {
    const filed = await office.decided();
    await office.does(filed, 'finish', office.head, { result: '已办' });
    await office.does(filed, 'file', office.clerk);
    const [back, gone] = [await office.registered(), await office.registered()];
    await office.does(back, 'send-back', office.clerk, { reason: '不属本项目' });
    await office.does(gone, 'void', office.clerk, { reason: '重复' });
    for (const id of [filed, back, gone]) expect((await correct(id, { title: '甲' })).body).toMatchObject({ status: 409, code: 'document-move-illegal' });
  });

  it('two at once: the later one has not seen the other', async () => {
    const id = await office.registered();
    const match = { 'if-match': await version(id) };
    const told = await Promise.all(['甲', '乙'].map((sender) => office.act(id, 'correct', office.clerk, { sender, reason: '错' }, match)));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});
