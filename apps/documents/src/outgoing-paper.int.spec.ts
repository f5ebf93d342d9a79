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

const paper = (id: string, query = '', who = outgoing.office.clerk) => documents.answer(`GET /api/outgoing-documents/${id}/paper${query}`, who);
const letterhead = (office: string, version: number, who = outgoing.office.director) =>
  documents.ask(`PUT /api/letterheads/${outgoing.office.siteId}`, who, { office }, { 'if-match': `"${version}"` });

describe('the paper of an outgoing document (W1.2)', () => {
  it('bears the name that the director set, and none is drawn before', async () => {
    const id = await outgoing.numbered();
    expect((await paper(id)).body).toMatchObject({ status: 409, code: 'letterhead-unset' });
    expect((await documents.ask(`GET /api/letterheads/${outgoing.office.siteId}`, outgoing.office.clerk)).body).toEqual({ siteId: outgoing.office.siteId, office: null, version: 0 });
    expect((await letterhead('阳光花园物业管理处', 0, outgoing.office.clerk)).status).toBe(403);
    expect(await letterhead('阳光花园物业管理处', 0)).toMatchObject({ status: 200, body: { office: '阳光花园物业管理处', version: 1 } });
    const drawn = await paper(id);
    expect([drawn.status, drawn.headers['content-type'], drawn.text.slice(0, 5)]).toEqual([200, 'application/pdf', '%PDF-']);
    expect(decodeURIComponent(String(drawn.headers['content-disposition']))).toMatch(/^inline; filename\*=UTF-8''发文〔\d{4}〕1号\.pdf$/u);
    const written = await paper(id, '?format=docx');
    expect([written.status, written.text.slice(0, 2)]).toEqual([200, 'PK']);
  });

  it('two who set the name at once: one of them has not seen the other', async () => {
    const told = await Promise.all([letterhead('甲处', 0), letterhead('乙处', 0)]);
    expect(told.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await letterhead('丙处', 0)).status).toBe(412);
    expect(await letterhead('丙处', 1)).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await documents.ask(`GET /api/letterheads/${outgoing.office.siteId}`, outgoing.office.clerk)).body).toEqual({ siteId: outgoing.office.siteId, office: '丙处', version: 2 });
  });

  it('is for who may read the document, in a format that there is, and with the number of a copy that there is', async () => {
    await letterhead('阳光花园物业管理处', 0);
    const id = await outgoing.printed({ confidentiality: 'confidential' }, 2);
    expect((await paper(id, '', outgoing.office.technician)).status).toBe(404);
    expect((await paper(id, '?copy=2')).status).toBe(200);
    expect((await paper(id, '?copy=3')).body).toMatchObject({ status: 400, errors: [{ pointer: '/copy' }] });
    expect((await paper(id, '?format=exe')).status).toBe(400);
  });

  it('a draft can be looked at, without a number', async () => {
    await letterhead('阳光花园物业管理处', 0);
    const id = await outgoing.drafted();
    const drawn = await paper(id);
    expect(drawn.status).toBe(200);
    expect(String(drawn.headers['content-disposition'])).toMatch(/F-\d{8}-\d+\.pdf$/u);
  });
});
