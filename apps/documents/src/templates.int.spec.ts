import type { OutgoingTemplateView } from './features/list-templates/list-templates.controller';
import { DocumentsUnderTest } from './documents.fixture';
import { OutgoingOffice } from './outgoing-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
afterAll(() => documents?.close());
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
});

const versions = '/api/outgoing-document-template-versions';
const set = (more: object = {}, who = outgoing.office.clerk) =>
  documents.ask(`POST ${versions}`, who, { siteId: outgoing.office.siteId, kind: 'letter', title: '〈事项〉函', body: '〈收件人〉：\n〈内容〉', replaces: 0, ...more });
const effective = async (): Promise<OutgoingTemplateView> =>
  (await documents.ask(`GET /api/outgoing-document-templates?siteId=${outgoing.office.siteId}`, outgoing.office.clerk)).body.items.find(({ kind }: OutgoingTemplateView) => kind === 'letter');
const draft = async () => (await documents.ask('POST /api/outgoing-documents', outgoing.office.clerk, { siteId: outgoing.office.siteId, kind: 'letter', recipients: ['居委会'] })).body;

describe('templates an office writes (W1.2)', () => {
  it('are as shipped until the office writes one, in versions; a draft stays with the one it was begun with', async () => {
    expect(await effective()).toMatchObject({ version: 0, versionId: null, title: '关于〈事项〉的函' });
    const before = await draft();
    expect(before).toMatchObject({ templateVersion: 0, title: '关于〈事项〉的函' });
    const first = await set();
    expect(first).toMatchObject({ status: 201, body: { version: 1, madeBy: outgoing.office.clerk.personId, madeFor: null } });
    expect(await effective()).toMatchObject({ version: 1, versionId: first.body.id, title: '〈事项〉函' });
    expect(await draft()).toMatchObject({ templateVersion: 1, title: '〈事项〉函' });
    expect((await set({ replaces: 1, title: '〈何事〉函' }, outgoing.office.director)).body).toMatchObject({ version: 2, madeBy: outgoing.office.director.personId });
    expect((await outgoing.read(before.id)).body).toMatchObject({ templateVersion: 0, title: '关于〈事项〉的函' });
    const listed = (await documents.ask(`GET ${versions}?siteId=${outgoing.office.siteId}&kind=letter`, outgoing.office.clerk)).body.items;
    expect(listed.map(({ version, title }: { version: number; title: string }) => [version, title])).toEqual([[2, '〈何事〉函'], [1, '〈事项〉函']]);
    expect((await documents.ask(`GET ${versions}/${first.body.id}`, outgoing.office.lead)).body).toMatchObject({ version: 1, body: '〈收件人〉：\n〈内容〉' });
    const [{ data }] = (await documents.rows(`SELECT data FROM ledger WHERE type = 'documents.template-set.v1' AND site_id = $1 ORDER BY aggregate_version LIMIT 1`, [outgoing.office.siteId])) as [{ data: object }];
    expect(data).toEqual({ kind: 'letter', version: 1, effectiveFrom: first.body.effectiveFrom });
  });

  it('apply from their time on, never from the past', async () => {
    for (const hours of [-1, 40 * 365 * 24]) expect((await set({ effectiveFrom: outgoing.office.inHours(hours) })).body).toMatchObject({ status: 400, code: 'template-too-early', errors: [{ pointer: '/effectiveFrom' }] });
    await set({ effectiveFrom: outgoing.office.inHours(2) });
    expect(await effective()).toMatchObject({ version: 0 });
    await documents.later(3 * 3_600);
    expect(await effective()).toMatchObject({ version: 1 });
  });

  it('are changed by clerk and director, each after having seen the last one', async () => {
    const told = await Promise.all([set(), set({ title: '〈甲〉函' })]);
    expect(told.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await set()).body).toMatchObject({ status: 409, code: 'template-changed', detail: expect.stringContaining('1') });
    for (const who of [outgoing.office.technician, outgoing.office.lead]) expect((await set({ replaces: 1 }, who)).status).toBe(403);
    const elsewhere = await OutgoingOffice.open(documents);
    expect((await documents.ask(`GET ${versions}/${told.find(({ status }) => status === 201)!.body.id}`, elsewhere.office.clerk)).body).toMatchObject({ status: 404, code: 'template-version-unknown' });
  });

  it('say what a draft has to have filled in', async () => {
    await set();
    const { id } = await draft();
    const submit = () => outgoing.act(id, 'submit', outgoing.office.clerk, { reviewerId: outgoing.office.head.personId });
    expect((await submit()).body).toMatchObject({ status: 409, code: 'places-open', detail: expect.stringContaining('〈收件人〉') });
    expect((await outgoing.edit(id, outgoing.office.clerk, { title: '停水函', body: '居委会：\n〈目的〉不是这个模板的空格' })).status).toBe(200);
    expect((await submit()).status).toBe(200);
  });
});
