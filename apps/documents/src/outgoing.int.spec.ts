import { newId } from '@property-office/kernel';
import { DocumentsUnderTest } from './documents.fixture';
import { body, OutgoingOffice, title } from './outgoing-office.fixture';
import type { PaperOffice } from './paper-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
let office: PaperOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  office = outgoing.office;
});
afterAll(() => documents.close());

describe('an outgoing document (W1.2)', () => {
  it('is drafted, reviewed, countersigned, signed off, checked, numbered, printed, sealed, released, received and filed', async () => {
    const { status, body: drafted } = await outgoing.draft({ urgency: 'urgent', attachmentIds: [newId()] });
    expect(status).toBe(201);
    expect(drafted).toMatchObject({ draftNumber: expect.stringMatching(/^F-\d{8}-\d{5}$/), number: null, status: 'drafted', statusName: 'drafted', textVersion: 1, urgency: 'urgent' });
    const { id, textHash } = drafted;
    const countersignerIds = [office.lead.personId, office.desk.personId];
    expect(await outgoing.does(id, 'submit', office.clerk, { reviewerId: office.head.personId, countersignerIds })).toMatchObject({ status: 'submitted' });
    expect(await outgoing.does(id, 'review', office.head, { opinion: '属实' })).toMatchObject({ status: 'reviewed', statusName: 'being countersigned' });
    expect(await outgoing.does(id, 'countersign', office.desk)).toMatchObject({ status: 'reviewed' });
    expect(await outgoing.does(id, 'countersign', office.lead, { opinion: '同意' })).toMatchObject({ status: 'to-sign', statusName: 'to be signed off' });
    const signed = await outgoing.does(id, 'sign', office.director, { textHash, opinion: '同意发出' });
    expect(signed).toMatchObject({ status: 'signed-off', signedBy: office.director.personId, signedHash: textHash });
    expect(await outgoing.does(id, 'check', office.clerk)).toMatchObject({ status: 'checked' });
    await outgoing.namesOffice();
    expect(await outgoing.does(id, 'number', office.clerk)).toMatchObject({ status: 'numbered', number: expect.stringMatching(/^发文〔\d{4}〕1号$/) });
    expect(await outgoing.does(id, 'print', office.clerk, { copies: 3, pages: 2 })).toMatchObject({ status: 'printed', copies: 3, pages: 2, countedPages: null });
    expect(await outgoing.does(id, 'approve-seal', office.director, { seal: '公章', reason: '发函', copies: 2 })).toMatchObject({ status: 'printed' });
    expect(await outgoing.does(id, 'use-seal', office.clerk)).toMatchObject({ status: 'sealed', sealedCopies: 2 });
    expect(await outgoing.does(id, 'release', office.clerk, { deliveries: [{ recipient: '社区居委会', how: '专人送达', copies: 1 }] })).toMatchObject({ status: 'released' });
    expect((await outgoing.act(id, 'file', office.clerk)).body).toMatchObject({ status: 409, code: 'receipts-outstanding', detail: expect.stringContaining('社区居委会') });
    await outgoing.does(id, 'record-receipt', office.clerk, { delivery: 1, receivedBy: '李主任' });
    expect(await outgoing.does(id, 'file', office.clerk)).toMatchObject({ status: 'filed', allowed: [] });

    const page = (await outgoing.read(id)).body;
    expect(page.signatures.map((each: { kind: string; textHash: string }) => [each.kind, each.textHash])).toEqual(['review', 'countersign', 'countersign', 'sign-off', 'check'].map((kind) => [kind, textHash]));
    expect(page).toMatchObject({ body, deliveries: [{ delivery: 1, receivedBy: '李主任' }], sealUses: [{ seal: '公章', usedCopies: 2, approvedBy: office.director.personId, usedBy: office.clerk.personId }] });
    expect(await documents.told(id)).toEqual(
      ['drafted', 'submitted', 'reviewed', 'countersigned', 'countersigned', 'signed-off', 'checked', 'numbered', 'printed', 'seal-approved', 'sealed', 'released', 'receipt-recorded', 'filed'].map((each) => `outgoing-${each}`),
    );
  });

  it('announces what archives date a record from: the sign-off, with its number, title, pages, attachments and the hash of its text', async () => {
    const attachmentId = outgoing.annexOf(3);
    const id = await outgoing.released({ attachmentIds: [attachmentId] });
    const { signedAt, textHash, releasedAt } = (await outgoing.read(id)).body;
    await documents.later(26 * 3600);
    await outgoing.does(id, 'record-receipt', office.clerk, { delivery: 1, missingReason: '对方不出具回执，已电话确认' });
    await outgoing.does(id, 'file', office.clerk);
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({
      number: expect.stringMatching(/^发文/), registerNumber: 1, title, kind: 'letter', signedOffAt: signedAt, signerId: office.director.personId, releasedAt, pages: 4, copies: 3,
      textVersion: 1, textHash, attachmentIds: [attachmentId],
    });
  });

  it('says nothing of what it says in any other event, and of a confidential one in none', async () => {
    const id = await outgoing.sealed({ title: '关于甲事的函', body: '乙丙丁', confidentiality: 'confidential' });
    await outgoing.does(id, 'release', office.clerk, { deliveries: [{ recipient: '社区居委会', how: '机要', copies: 1, shares: [2] }] });
    await outgoing.does(id, 'record-receipt', office.clerk, { delivery: 1, receivedBy: '王某' });
    await outgoing.does(id, 'file', office.clerk);
    const all = JSON.stringify(await documents.events(id));
    for (const words of ['甲事', '乙丙丁', '社区', '王某', '公章', '发文用印']) expect(all).not.toContain(words);
    expect((await documents.events(id)).at(-1)!.data).toMatchObject({ title: null });
  });

  it('is begun with the template of its kind and submitted when that is filled in', async () => {
    const templates = (await documents.ask('GET /api/outgoing-document-templates', office.desk)).body.items;
    expect(templates.map(({ name }: { name: string }) => name)).toEqual(['通知', '函', '报告', '请示', '复函', '纪要']);
    const id = await outgoing.drafted({ kind: 'notice', title: undefined, body: undefined });
    expect((await outgoing.read(id)).body).toMatchObject({ title: templates[0].title, body: templates[0].body });
    const submit = () => outgoing.act(id, 'submit', office.clerk, { reviewerId: office.head.personId });
    expect((await submit()).body).toMatchObject({ status: 409, code: 'places-open', detail: expect.stringContaining('〈事项〉') });
    expect((await outgoing.edit(id, office.clerk, { title, body })).body).toMatchObject({ textVersion: 2, status: 'drafted' });
    expect((await submit()).status).toBe(200);
  });

  it('is edited by whoever read it last, in the draft alone, by its authors and the office', async () => {
    const id = await outgoing.drafted({}, office.desk);
    const edit = (headers: Record<string, string>, who = office.desk) => documents.ask(`PUT /api/outgoing-documents/${id}`, who, { title, body: '改', recipients: ['街道'] }, headers);
    expect((await edit({})).status).toBe(428);
    expect((await edit({ 'if-match': '"7"' })).status).toBe(412);
    expect((await edit({ 'if-match': '"1"' }, office.head)).status).toBe(404);
    expect((await edit({ 'if-match': '"1"' }, office.clerk)).body).toMatchObject({ textVersion: 2, recipients: ['街道'], authorIds: [office.desk.personId, office.clerk.personId] });
    await outgoing.does(id, 'submit', office.desk, { reviewerId: office.head.personId });
    expect((await outgoing.edit(id, office.desk, { body: '再改' })).body).toMatchObject({ status: 409, code: 'outgoing-move-illegal' });
    await outgoing.does(id, 'return', office.head, { reason: '补充日期' });
    expect((await outgoing.act(id, 'submit', office.head, { reviewerId: office.lead.personId })).body).toMatchObject({ status: 403, code: 'not-your-draft' });
    expect((await outgoing.act(id, 'discard', office.head, { reason: 'x' })).body).toMatchObject({ status: 403, code: 'not-your-draft' });
    expect((await outgoing.edit(id, office.head, { body: 'x' })).body).toMatchObject({ status: 403, code: 'not-your-draft' });
  });

  it('is found by title, recipient and numbers, page by page, and known to who is named in it', async () => {
    const ids = [await outgoing.drafted({ title: 'Fire drill 消防演练', recipients: ['社区居委会'] }), await outgoing.drafted({ recipients: ['自来水公司'] })];
    const found = (q: string, who = office.clerk) => outgoing.list(`q=${encodeURIComponent(q)}`, who);
    for (const q of ['drill', '居委会', 'F-2']) expect(await found(q)).toContain(ids[0]);
    expect(await found('自来水')).toEqual([ids[1]]);
    expect(await found('？')).toEqual([]);
    const first = (await documents.ask('GET /api/outgoing-documents?limit=1', office.clerk)).body;
    expect(first.items).toMatchObject([{ id: ids[1] }]);
    expect((await documents.ask(`GET /api/outgoing-documents?limit=1&cursor=${first.nextCursor}`, office.clerk)).body).toMatchObject({ items: [{ id: ids[0] }], nextCursor: null });
    expect(await outgoing.list('status=filed')).toEqual([]);
    expect(await outgoing.list('kind=letter')).toEqual([...ids].reverse());
    expect(await outgoing.list('', office.technician)).toEqual([]);
    await outgoing.does(ids[0]!, 'submit', office.clerk, { reviewerId: office.technician.personId });
    expect(await outgoing.list('', office.technician)).toEqual([ids[0]]);
  });

  it('takes acts that happened earlier with a reason, none before what they follow, each once under its key (G2)', async () => {
    const id = await outgoing.toSign();
    await documents.later(3600);
    const { textHash } = (await outgoing.read(id)).body;
    const happenedAt = office.inHours(-0.5);
    expect((await outgoing.act(id, 'sign', office.director, { textHash, happenedAt })).body).toMatchObject({ status: 400, code: 'late-reason-missing' });
    expect((await outgoing.act(id, 'sign', office.director, { textHash, happenedAt: office.inHours(-2), lateReason: '停电' })).body).toMatchObject({ status: 400, code: 'happened-before-previous' });
    const key = { 'idempotency-key': newId() };
    const sign = () => outgoing.act(id, 'sign', office.director, { textHash, happenedAt, lateReason: '停电' }, key);
    const [once, again] = [await sign(), await sign()];
    expect(once.body).toMatchObject({ status: 'signed-off', signedAt: happenedAt });
    expect(again.body).toEqual(once.body);
    expect((await documents.told(id)).filter((each) => each === 'outgoing-signed-off')).toHaveLength(1);
  });
});
