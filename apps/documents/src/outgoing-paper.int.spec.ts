import { attachmentTextPath, claimAttachmentsPath } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import JSZip from 'jszip';
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

  it('names what is attached, also what is attached later, and on a request who signed it', async () => {
    await letterhead('阳光花园物业管理处', 0);
    const names = new Map([[newId(), '预算表.xlsx'], [newId(), '位置图.pdf']]);
    const asked: object[] = [];
    documents.neighbours = (service, path, said) => {
      if (path === claimAttachmentsPath) return { refused: [], claimed: said.attachmentIds.map((id: string) => ({ id, name: names.get(id), mediaType: 'application/pdf', sha256: '0' })) };
      if (path === attachmentTextPath) return { state: 'waiting' };
      asked.push({ service, path, said });
      return { items: [{ personId: outgoing.office.director.personId, name: '王建国', phone: null }] };
    };
    const words = async (id: string): Promise<string> => {
      const zip = await JSZip.loadAsync((await paper(id, '?format=docx')).bytes);
      return (await zip.file('word/document.xml')!.async('string')).replace(/<[^>]+>/g, '');
    };
    const [first, later] = [...names.keys()] as [string, string];
    const draft = await outgoing.drafted({ kind: 'request', attachmentIds: [first] });
    expect(await words(draft)).toMatch(/附件：预算表(?!\.)/u);
    expect((await outgoing.edit(draft, outgoing.office.clerk, { attachmentIds: [later, first] })).status).toBe(200);
    expect(await words(draft)).toMatch(/附件：1\.\s*位置图.*2\.\s*预算表/su);
    expect(asked).toEqual([]);

    expect(await words(await outgoing.signed({ kind: 'request' }))).toMatch(/签发人：\s*王建国/u);
    expect(asked).toMatchObject([{ service: 'directory', path: '/internal/people/contacts', said: { personIds: [outgoing.office.director.personId], purpose: expect.stringMatching(/^signer of F-/) } }]);
    expect(await words(await outgoing.signed({ kind: 'notice' }))).not.toContain('签发人');
    expect(asked).toHaveLength(1);
  });

  it('of minutes says who was there and whom they go to; nothing else has an attendance, and minutes have one', async () => {
    await letterhead('阳光花园物业管理处', 0);
    const said = { kind: 'minutes', title: '十一月工作例会会议纪要', body: '会议议定事项如下：\n一、消防演练12月5日完成。', recipients: ['各岗位'], copiesTo: ['业主委员会'] };
    const attendance = { present: ['王主任', '李主管'], absent: ['刘工'] };
    for (const wrong of [said, { ...said, kind: 'notice', attendance }]) expect((await outgoing.draft(wrong)).body).toMatchObject({ status: 400, code: 'attendance-unfit', errors: [{ pointer: '/attendance' }] });
    const id = await outgoing.numbered({ ...said, attendance });
    expect((await outgoing.read(id)).body).toMatchObject({ kind: 'minutes', attendance: { ...attendance, observers: [] }, copiesTo: ['业主委员会'] });
    const zip = await JSZip.loadAsync((await paper(id, '?format=docx')).bytes);
    const words = (await zip.file('word/document.xml')!.async('string')).replace(/<[^>]+>/g, '').replace(/\s/g, '');
    for (const there of ['阳光花园物业管理处会议纪要', '会议议定事项如下：', '出席：王主任、李主管', '请假：刘工', '主送：各岗位。', '抄送：业主委员会。']) expect(words).toContain(there);
    expect(words).not.toContain('列席');
    const changed = await outgoing.drafted({ ...said, attendance });
    expect((await outgoing.edit(changed, outgoing.office.clerk, { attendance: { present: ['王主任'] }, copiesTo: [] })).body).toMatchObject({ attendance: { present: ['王主任'], absent: [], observers: [] }, copiesTo: [] });
    expect((await outgoing.edit(changed, outgoing.office.clerk, {})).body).toMatchObject({ attendance: { present: ['王主任'] } });
  });

  it('a draft can be looked at, without a number', async () => {
    await letterhead('阳光花园物业管理处', 0);
    const id = await outgoing.drafted();
    const drawn = await paper(id);
    expect(drawn.status).toBe(200);
    expect(String(drawn.headers['content-disposition'])).toMatch(/F-\d{8}-\d+\.pdf$/u);
  });
});
