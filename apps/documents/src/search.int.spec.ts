import { attachmentTextPath, claimAttachmentsPath, type AttachmentText } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { DocumentsUnderTest } from './documents.fixture';
import { OutgoingOffice } from './outgoing-office.fixture';
import type { DocumentHitView } from './features/search-documents/document-hit.view';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
/** What files say of attachments; what they do not know they are still reading. */
let said: Map<string, AttachmentText>;
let asked: string[];

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
afterAll(() => documents?.close());
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  said = new Map();
  asked = [];
  documents.neighbours = (service, path, body) => {
    if (path === claimAttachmentsPath) return { refused: [], claimed: body.attachmentIds.map((id: string) => ({ id, name: 'a.pdf', mediaType: 'application/pdf', sha256: '0' })) };
    if (path !== attachmentTextPath) throw new Error(`nobody answers ${service} ${path}`);
    asked.push(body.attachmentId);
    return said.get(body.attachmentId) ?? { state: 'waiting' };
  };
});

const attached = (told: AttachmentText): string => {
  const id = newId();
  said.set(id, told);
  return id;
};
const words = (text: string) => attached({ state: 'read', text });
const search = async (q: string, who = outgoing.office.clerk, more = ''): Promise<DocumentHitView[]> =>
  ((await documents.ask(`GET /api/document-hits?q=${encodeURIComponent(q)}${more}`, who)).body as { items: DocumentHitView[] }).items;
const found = async (q: string, who = outgoing.office.clerk): Promise<string[]> => (await search(q, who)).map(({ id }) => id);
const isFound = (q: string, id: string): Promise<unknown> => waitFor(async () => (await found(q)).includes(id), { what: `${q} to be found` });

describe('search in documents (W1.3)', () => {
  it('finds Chinese and English in titles, numbers, bodies and attachments, and shows where', async () => {
    const file = words('附表一\n第三层 消防\n栓压力 0.25 MPa\nHydrant pressure is low');
    const letter = await outgoing.office.registered({ title: '关于检测结果的函', theirNumber: '检字〔2026〕88号', attachmentIds: [file] });
    const draft = await outgoing.drafted({ title: '关于整改的报告', body: '集团公司：\n电梯钢丝绳已更换，由 Otis 复检。' });
    await isFound('消防栓', letter);
    const passage = { kind: 'attachment', attachmentId: file, excerpt: '附表一第三层消防栓压力 0.25 MPa Hydrant pressure is low' };
    for (const q of ['消防栓压力', '层消防', '栓', '消防', 'HYDRANT', 'hydrant PRESS', '0.25'])
      expect(await search(q)).toMatchObject([{ id: letter, direction: 'incoming', passages: [passage] }]);
    for (const q of ['钢丝绳', '丝绳', 'otis 复检', 'Ｏｔｉｓ']) expect(await search(q)).toMatchObject([{ id: draft, direction: 'outgoing', passages: [{ kind: 'body', attachmentId: null }] }]);
    for (const q of ['检测结果', '88号', '街道办']) expect(await search(q)).toMatchObject([{ id: letter, passages: [] }]);
    expect(await found('关于')).toEqual([draft, letter]);
    expect((await search('关于', outgoing.office.clerk, '&direction=incoming')).map(({ id }) => id)).toEqual([letter]);
    expect(await found('没有这个词')).toEqual([]);
    expect(await found('？！')).toEqual([]);
    expect((await documents.ask('GET /api/document-hits', outgoing.office.clerk)).body).toMatchObject({ status: 400, errors: [{ pointer: '?q' }] });
  });

  it('finds nothing that a person may not know of, by page', async () => {
    const { office } = outgoing;
    const secret = await office.registered({ confidentiality: 'confidential', attachmentIds: [words('关于处分张三的决定')] });
    const open = await office.registered({ attachmentIds: [words('张三的请假条')] });
    const other = { ...office.person('clerk'), roles: [{ role: 'clerk' as const, siteId: newId() }] };
    await isFound('处分张三', secret);
    await isFound('张三的请假', open);
    expect(await found('张三')).toEqual([open, secret]);
    expect(await found('张三', office.director)).toEqual([open, secret]);
    expect(await found('张三', office.company)).toEqual([open]);
    expect(await found('张三', office.technician)).toEqual([]);
    expect(await found('张三', other)).toEqual([]);
    expect((await documents.ask('GET /api/document-hits?q=张三', office.person('resident'))).status).toBe(403);
    const draft = await outgoing.drafted({ confidentiality: 'confidential', body: '集团公司：\n李四的调动' });
    expect([await found('李四'), await found('李四', office.company), await found('李四', other)]).toEqual([[draft], [], []]);
    const ofSite = async (siteId: string) => (await search('张三', office.clerk, `&siteId=${siteId}`)).length;
    expect([await ofSite(office.siteId), await ofSite(other.roles[0]!.siteId)]).toEqual([2, 0]);
    const first = (await documents.ask(`GET /api/document-hits?q=${encodeURIComponent('张三')}&limit=1`, office.clerk)).body as { items: DocumentHitView[]; nextCursor: string };
    expect([first.items[0]!.id, ...(await search('张三', office.clerk, `&cursor=${first.nextCursor}`)).map(({ id }) => id)]).toEqual([open, secret]);
  });

  it('shows the body first, and five passages of a document at most', async () => {
    const id = await outgoing.drafted({ body: '集团公司：\n附泵房照片', attachmentIds: Array.from({ length: 6 }, (_, i) => words(`泵房 ${i}`)) });
    await waitFor(async () => ((await outgoing.read(id)).body.attachmentTexts as object[]).every((each) => 'state' in each && each.state === 'read'), { what: 'all to be read' });
    const [hit] = await search('泵房');
    expect(hit!.passages.map(({ kind }) => kind)).toEqual(['body', ...Array.from({ length: 4 }, () => 'attachment')]);
  });

  it('says why nothing of an attachment can be found, asks until files have read it, and nothing more then', async () => {
    const [scan, locked, slow] = [attached({ state: 'none', reason: 'no-words' }), attached({ state: 'none', reason: 'encrypted' }), newId()];
    const id = await outgoing.office.registered({ attachmentIds: [scan, locked, slow] });
    const texts = async () => (await outgoing.office.read(id)).body.attachmentTexts;
    await waitFor(async () => (await texts())[1].state === 'none', { what: 'the answers of files' });
    expect(await texts()).toEqual([
      { attachmentId: scan, state: 'none', reason: 'no-words' },
      { attachmentId: locked, state: 'none', reason: 'encrypted' },
      { attachmentId: slow, state: 'waiting', reason: null },
    ]);
    said.set(slow, { state: 'read', text: '第二天才读出来' });
    await isFound('第二天才', id);
    expect(asked.filter((each) => each === scan)).toHaveLength(1);
  });

  it('reads the others all the same where files fail of one', async () => {
    const failing = newId();
    const { neighbours } = documents;
    documents.neighbours = (service, path, body) => {
      if (body.attachmentId === failing) throw new Error('files failed');
      return neighbours(service, path, body);
    };
    const others = ['甲', '乙', '丙', '丁', '戊', '己'].map((each) => words(`读得出来的附表${each}`));
    const id = await outgoing.office.registered({ attachmentIds: [...others.slice(0, 3), failing, ...others.slice(3)] });
    for (const each of ['甲', '乙', '丙', '丁', '戊', '己']) await isFound(`附表${each}`, id);
    expect((await outgoing.office.read(id)).body.attachmentTexts[3]).toEqual({ attachmentId: failing, state: 'waiting', reason: null });
  });

  it('follows what a draft says and has attached now', async () => {
    const [old, kept] = [words('撤下的附图'), words('保留的附表')];
    const id = await outgoing.drafted({ body: '集团公司：\n第一稿内容', attachmentIds: [old, kept] });
    await isFound('撤下的', id);
    await isFound('保留的', id);
    expect((await outgoing.edit(id, outgoing.office.clerk, { body: '集团公司：\n改后的内容', attachmentIds: [kept] })).status).toBe(200);
    expect(await Promise.all(['第一稿', '撤下的', '改后的', '保留的'].map(async (q) => (await found(q)).length))).toEqual([0, 0, 1, 1]);
  });
});
