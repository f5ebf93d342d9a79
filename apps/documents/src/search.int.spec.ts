import { attachmentTextPath, claimAttachmentsPath, type AttachmentText, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import type { QueryRunner } from 'typeorm';
import { DocumentsUnderTest } from './documents.fixture';
import { OutgoingOffice } from './outgoing-office.fixture';
import type { DocumentHitView } from './features/search-documents/document-hit.view';
import { FurtherTexts1763901201200 } from './persistence/migrations/1763901201200-further-texts.migration';

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
  said.set(id, told.state === 'waiting' ? told : { pages: null, ...told });
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
      { attachmentId: scan, state: 'none', reason: 'no-words', pages: null },
      { attachmentId: locked, state: 'none', reason: 'encrypted', pages: null },
      { attachmentId: slow, state: 'waiting', reason: null, pages: null },
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
    expect((await outgoing.office.read(id)).body.attachmentTexts[3]).toEqual({ attachmentId: failing, state: 'waiting', reason: null, pages: null });
  });

  it('follows what a draft says and has attached now', async () => {
    const [old, kept] = [words('撤下的附图'), words('保留的附表')];
    const id = await outgoing.drafted({ body: '集团公司：\n第一稿内容', attachmentIds: [old, kept] });
    await isFound('撤下的', id);
    await isFound('保留的', id);
    expect((await outgoing.edit(id, outgoing.office.clerk, { body: '集团公司：\n改后的内容', attachmentIds: [kept] })).status).toBe(200);
    expect(await Promise.all(['第一稿', '撤下的', '改后的', '保留的'].map(async (q) => (await found(q)).length))).toEqual([0, 0, 1, 1]);
  });

  const told = async (route: string, who: Principal, body: object): Promise<string> => {
    const answer = await documents.ask(route, who, body);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body.id as string;
  };
  const direct = (more: object = {}): Promise<string> => {
    const { office } = outgoing;
    const directive = { siteId: office.siteId, title: '关于防汛值守的指示', text: '各岗位：\n暴雨红色 预警期间值守地下车库 Sandbags ready', addresseeIds: [office.technician.personId], acknowledgeBy: office.inHours(48) };
    return told('POST /api/directives', office.director, { ...directive, ...more });
  };
  const signFor = (more: object = {}): Promise<string> => {
    const { office } = outgoing;
    return told('POST /api/mail', office.desk, { siteId: office.siteId, kind: 'letter', sender: '自来水公司', subject: '停水 calendar', theirNumber: 'SF1029384', addresseeId: office.head.personId, ...more });
  };

  it('finds directives by what they and their attachments say, for who gives them and whom they are addressed to (W3.1)', async () => {
    const { office } = outgoing;
    const plan = words('沙袋堆放在三号门');
    const id = await direct({ attachmentIds: [plan] });
    await isFound('沙袋堆放', id);
    for (const q of ['红色预警', '车库', 'SANDBAGS'])
      expect(await search(q)).toMatchObject([{ id, kind: 'directive', direction: null, number: expect.stringMatching(/^Z-/), title: '关于防汛值守的指示', status: 'given', passages: [{ kind: 'body', attachmentId: null }] }]);
    expect(await search('三号门')).toMatchObject([{ id, passages: [{ kind: 'attachment', attachmentId: plan, excerpt: '沙袋堆放在三号门' }] }]);
    expect(await found('沙袋堆放', office.technician)).toEqual([id]);
    expect([await found('沙袋堆放', office.desk), await found('防汛值守', office.head)]).toEqual([[], []]);
    const { status } = await documents.ask(`POST /api/directives/${id}/withdraw`, office.director, { reason: '预警解除' });
    expect(status).toBe(200);
    expect(await search('沙袋')).toMatchObject([{ id, status: 'withdrawn' }]);
  });

  it('finds mail by who sent it, what it is about and what is attached, for the desk and its addressee; what became a hidden document is hidden (W1.1)', async () => {
    const { office } = outgoing;
    const notice = words('八月三日零时起停止供水');
    const id = await signFor({ attachmentIds: [notice], official: true });
    await isFound('停止供水', id);
    for (const q of ['自来水', 'calendar', 'sf1029']) expect(await search(q)).toMatchObject([{ id, kind: 'mail-item', direction: null, title: '停水 calendar', passages: [] }]);
    for (const who of [office.desk, office.head]) expect(await search('停止供水', who)).toMatchObject([{ id, passages: [{ kind: 'attachment', attachmentId: notice }] }]);
    expect([await found('停止供水', office.technician), await found('停止供水', office.company)]).toEqual([[], []]);
    expect(await search('来水', office.desk)).toMatchObject([{ id }]);
    const nameless = await signFor({ subject: undefined, sender: '排水公司' });
    expect(await search('排水')).toMatchObject([{ id: nameless, title: '排水公司' }]);

    const converted = await documents.ask(`POST /api/mail/${id}/convert`, office.clerk, { title: '关于停水的函', confidentiality: 'confidential' });
    expect(converted.status).toBe(200);
    await waitFor(async () => (await found('停止供水')).length === 2, { what: 'the document to be found, too' });
    expect(new Set(await found('停止供水'))).toEqual(new Set([converted.body.id, id]));
    expect([await found('停止供水', office.desk), await found('停止供水', office.head)]).toEqual([[], []]);
  });

  it('finds what was written while a document was handled, as it stands, for who may read the document (W1.1)', async () => {
    const { office } = outgoing;
    const id = await office.registered();
    const secret = await office.registered({ confidentiality: 'confidential' });
    for (const each of [id, secret]) {
      await office.does(each, 'check', office.clerk);
      await office.does(each, 'propose', office.clerk, { proposal: '拟请工程部会同 security 排查喷淋' });
    }
    await office.does(id, 'decide', office.director, { decision: '同意，限周五前整改完毕', actingPersonId: office.head.personId });
    await office.does(id, 'circulate', office.clerk, { readerIds: [office.lead.personId, office.technician.personId], ordered: false });
    await office.does(id, 'change-readers', office.clerk, { leaveOut: [office.technician.personId], reason: '外出培训期间不传阅' });
    await office.does(id, 'finish', office.head, { result: '喷头已更换' });
    for (const [q, excerpt] of [['限周五', '限周五前整改'], ['培训', '外出培训期间不传阅'], ['喷头已', '喷头已更换']] as const)
      expect(await search(q)).toMatchObject([{ id, kind: 'incoming-document', passages: [{ kind: 'handling', attachmentId: null, excerpt: expect.stringContaining(excerpt) }] }]);
    expect(await found('SECURITY')).toEqual([secret, id]);
    expect([await found('排查喷淋', office.company), await found('排查喷淋', office.technician), await found('排查喷淋', office.head)]).toEqual([[id], [], [id]]);

    const returned = await office.registered();
    await office.does(returned, 'send-back', office.clerk, { reason: '缺少附件原件' });
    expect(await found('缺少附件')).toEqual([returned]);
    await office.does(returned, 'take-back', office.clerk);
    expect(await found('缺少附件')).toEqual([]);
  });

  it('finds one kind alone where that is asked for, and all of them by page', async () => {
    const { office } = outgoing;
    const ids = { mail: await signFor({ subject: '年检 one' }), directive: await direct({ title: '年检 two' }), incoming: await office.registered({ title: '年检 three' }), outgoing: await outgoing.drafted({ title: '年检 four' }) };
    const all = [ids.outgoing, ids.incoming, ids.directive, ids.mail];
    expect(await found('年检')).toEqual(all);
    const of = async (kind: string) => (await search('年检', office.clerk, `&kind=${kind}`)).map(({ id }) => id);
    expect([await of('mail-item'), await of('directive'), await of('incoming-document'), await of('outgoing-document')]).toEqual([[ids.mail], [ids.directive], [ids.incoming], [ids.outgoing]]);
    expect((await search('年检', office.clerk, '&direction=outgoing')).map(({ id }) => id)).toEqual([ids.outgoing]);
    expect((await documents.ask('GET /api/document-hits?q=x&kind=letter', office.clerk)).body).toMatchObject({ status: 400, errors: [{ pointer: '?kind' }] });
    const paged: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor } = (await documents.ask(`GET /api/document-hits?q=${encodeURIComponent('年检')}&limit=1${cursor && `&cursor=${cursor}`}`, office.clerk)).body as { items: DocumentHitView[]; nextCursor: string | null };
      paged.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(paged).toEqual(all);
  });

  it('finds what was there before directives, mail and handling were searched', async () => {
    const { office } = outgoing;
    const [plan, bill] = [words('旧的值守方案'), words('旧的账单')];
    const ids = { directive: await direct({ attachmentIds: [plan] }), mail: await signFor({ attachmentIds: [bill] }), document: await office.registered() };
    await office.does(ids.document, 'check', office.clerk);
    await office.does(ids.document, 'propose', office.clerk, { proposal: '旧的\n拟办 Opinion' });
    await isFound('旧的值守', ids.directive);
    await isFound('旧的账单', ids.mail);
    const [migration, runner] = [new FurtherTexts1763901201200(), { query: (sql: string) => documents.admin.query(sql) } as unknown as QueryRunner];
    await migration.down(runner);
    expect(await Promise.all(['旧的值守', '旧的账单', '拟办', '地下车库'].map(async (q) => (await search(q)).flatMap(({ passages }) => passages)))).toEqual([[], [], [], []]);
    await migration.up(runner);
    for (const [q, id] of [['拟办', ids.document], ['办 opinion', ids.document], ['车库', ids.directive]] as const) expect(await search(q)).toMatchObject([{ id, passages: [{ attachmentId: null }] }]);
    await isFound('旧的值守', ids.directive);
    await isFound('旧的账单', ids.mail);
  });

  it('finds what processes of the version before write, once it is caught up with, and disturbs nothing else', async () => {
    const { office } = outgoing;
    const [plan, photo] = [words('值守方案附图'), words('整改照片说明')];
    const ids = { directive: await direct({ attachmentIds: [plan] }), draft: await outgoing.drafted({ title: '关于整改的函', body: '各户：\n水泵房已整改。', attachmentIds: [photo] }), document: await office.registered() };
    await office.does(ids.document, 'check', office.clerk);
    await office.does(ids.document, 'propose', office.clerk, { proposal: '拟请工程部办理水泵' });
    const searched = ['附图', '整改照片', '地下车库', '水泵房', '工程部办理'];
    const all = async () => Promise.all(searched.map(async (q) => (await search(q)).filter(({ passages }) => passages.length > 0).map(({ id }) => id)));
    // They write none of these.
    await documents.admin.query('DELETE FROM document_text WHERE document_id = ANY ($1)', [Object.values(ids)]);
    expect(await all()).toEqual([[], [], [], [], []]);
    await documents.runtime.catchUps.run();
    await isFound('附图', ids.directive);
    await isFound('整改照片', ids.draft);
    expect(await all()).toEqual([[ids.directive], [ids.draft], [ids.directive], [ids.draft], [ids.document]]);
    const texts = () => documents.admin.query('SELECT * FROM document_text ORDER BY document_id, source_id').then(({ rows }) => rows);
    const before = await texts();
    await documents.runtime.catchUps.run();
    expect(await texts()).toEqual(before);
  });
});
