import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
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
afterAll(() => documents.close());

const sign = (more: object = {}, who = office.desk) =>
  documents.ask('POST /api/mail', who, { siteId: office.siteId, kind: 'express', sender: '街道办事处', addresseeId: office.head.personId, subject: '关于防汛的通知', theirNumber: 'SF100200', ...more });
const signed = async (more: object = {}): Promise<string> => (await sign(more)).body.id as string;
const act = (id: string, verb: string, who: Principal, body: object = {}) => documents.ask(`POST /api/mail/${id}/${verb}`, who, body);

describe('mail (W1.1)', () => {
  it('is signed for in one act, and handed out against a tap of its addressee alone', async () => {
    const told = await sign();
    expect(told).toMatchObject({ status: 201, body: { number: expect.stringMatching(/^P-\d{8}-\d+$/), status: 'waiting', statusName: 'waiting', signedBy: office.desk.personId } });
    const { id } = told.body;
    for (const who of [office.desk, office.clerk]) expect((await act(id, 'collect', who)).body).toMatchObject({ status: 403, code: 'not-your-mail' });
    expect((await act(id, 'collect', office.technician)).status).toBe(404);
    expect(await act(id, 'collect', office.head)).toMatchObject({ status: 200, body: { status: 'collected', collectedAt: expect.any(String) } });
    expect((await act(id, 'collect', office.head)).body).toMatchObject({ status: 409, code: 'mail-move-illegal', detail: expect.stringContaining('register as a document') });
    expect(JSON.stringify(await documents.events(id))).not.toMatch(/街道办事处|防汛/);
  });

  it('is for somebody who works here, and goes to somebody else when it was not for them', async () => {
    expect((await sign({ addresseeId: newId() })).body).toMatchObject({ status: 400, code: 'staff-unknown', errors: [{ pointer: '/addresseeId' }] });
    const id = await signed();
    expect(await act(id, 'readdress', office.desk, { addresseeId: office.technician.personId })).toMatchObject({ body: { addresseeId: office.technician.personId } });
    expect((await act(id, 'collect', office.head)).status).toBe(404);
    expect((await act(id, 'collect', office.technician)).status).toBe(200);
    expect(await documents.told(id)).toEqual(['mail-signed-for', 'mail-readdressed', 'mail-collected']);
  });

  it('left over, reminds its addressee, then the clerk, each once, until it is collected', async () => {
    const [left, taken] = [await signed(), await signed()];
    await act(taken, 'collect', office.head);
    await documents.pass(20);
    expect((await documents.events(left)).slice(1)).toMatchObject([
      { type: 'documents.mail-escalated.v1', data: { promise: 'collect', level: 'responsible', told: [{ personId: office.head.personId }] } },
      { data: { level: 'lead', told: [{ personId: office.clerk.personId }] } },
      { data: { level: 'director', told: [{ personId: office.director.personId }] } },
      { data: { level: 'company', told: [{ personId: office.company.personId }] } },
    ]);
    expect(await documents.told(taken)).toEqual(['mail-signed-for', 'mail-collected']);
  });

  it('official, becomes an incoming document with nothing retyped, exactly once however often it is clicked', async () => {
    const attachmentIds = [newId()];
    const id = await signed({ official: true, attachmentIds });
    const clicks = await Promise.all([1, 2, 3].map(() => act(id, 'convert', office.clerk)));
    expect(clicks.map(({ status }) => status)).toEqual([200, 200, 200]);
    const again = await act(id, 'convert', office.clerk, { title: '关于防汛的通知', copies: 1 });
    expect(new Set([...clicks, again].map(({ body }) => body.id)).size).toBe(1);
    const mail = (await documents.ask(`GET /api/mail/${id}`, office.clerk)).body;
    const document = (await office.read(again.body.id)).body;
    expect(document).toMatchObject({
      status: 'registered', title: '关于防汛的通知', sender: '街道办事处', theirNumber: 'SF100200', mailId: id, receivedAt: mail.happenedAt, paper: true, holderId: office.clerk.personId,
    });
    expect(document.attachments.map((each: { id: string }) => each.id)).toEqual(attachmentIds);
    expect(mail).toMatchObject({ status: 'registered', documentId: document.id });
    expect(await documents.rows('SELECT 1 FROM incoming_document WHERE mail_id = $1', [id])).toHaveLength(1);
    expect(await documents.told(id)).toEqual(['mail-signed-for', 'mail-registered']);
  });

  it('says so where it was registered with something else, and changes nothing: a confidential one is not open in silence', async () => {
    const id = await signed({ official: true });
    const documentDate = '2026-11-20T00:00:00.000Z';
    const { body } = await act(id, 'convert', office.clerk, { documentDate });
    expect((await act(id, 'convert', office.clerk, { documentDate })).body.id).toBe(body.id);
    for (const more of [{ confidentiality: 'confidential' }, { title: '另一个标题' }, { documentDate: '2026-11-21T00:00:00.000Z' }, { copies: 2 }, { registerId: newId() }])
      expect((await act(id, 'convert', office.clerk, more)).body).toMatchObject({ status: 409, code: 'mail-converted-otherwise', detail: expect.stringContaining(body.number) });
    expect((await office.read(body.id)).body).toMatchObject({ version: 1, title: '关于防汛的通知', copies: 1, confidentiality: 'open' });
  });

  it('that says not what it is about becomes no document without a title, and takes no number', async () => {
    const id = await signed({ subject: undefined });
    const numbers = () => documents.rows('SELECT count(*)::int AS n FROM incoming_document');
    const before = await numbers();
    expect((await act(id, 'convert', office.clerk, { copies: 2 })).body).toMatchObject({ status: 400, code: 'document-untitled', errors: [{ pointer: '/title' }] });
    expect([await numbers(), (await documents.ask(`GET /api/mail/${id}`, office.clerk)).body.status]).toEqual([before, 'waiting']);
    expect((await act(id, 'convert', office.clerk, { title: '供水合同' })).body).toMatchObject({ status: 'registered', title: '供水合同' });
  });

  it('of which the addressee finds that it is official becomes one, too, with what the clerk adds; an e-mail has no original', async () => {
    const id = await signed({ kind: 'email' });
    await act(id, 'collect', office.head);
    expect((await act(id, 'convert', office.head)).status).toBe(403);
    const { body } = await act(id, 'convert', office.clerk, { title: '防汛工作通知', urgency: 'most-urgent', copies: 3 });
    expect(body).toMatchObject({ title: '防汛工作通知', urgency: 'most-urgent', copies: 3, paper: false });
    expect((await act(id, 'readdress', office.desk, { addresseeId: office.clerk.personId })).body).toMatchObject({ status: 409, code: 'mail-move-illegal' });
  });

  it('official, is to be registered the same workday: otherwise who signed for it is reminded', async () => {
    const [late, done] = [await signed({ official: true }), await signed({ official: true })];
    await act(done, 'convert', office.clerk);
    await act(late, 'collect', office.head);
    await documents.pass(18);
    const told = (await documents.events(late)).filter(({ type }) => type === 'documents.mail-escalated.v1');
    expect(told[0]).toMatchObject({ data: { promise: 'register', level: 'responsible', told: [{ personId: office.desk.personId }] } });
    expect(await documents.told(done)).toEqual(['mail-signed-for', 'mail-registered']);
  });

  it('is searched by sender, subject and numbers; a colleague sees what is theirs', async () => {
    const id = await signed({ subject: 'Flood control 防汛' });
    const list = async (q: string, who = office.clerk) => ((await documents.ask(`GET /api/mail?q=${encodeURIComponent(q)}`, who)).body.items as Array<{ id: string }>).map((each) => each.id);
    for (const q of ['flood', '防汛', 'sf100200', '街道']) expect(await list(q)).toEqual([id]);
    expect([await list('flood', office.head), await list('flood', office.technician), await list('flood', (await PaperOffice.open(documents)).clerk)]).toEqual([[id], [], []]);
  });
});
