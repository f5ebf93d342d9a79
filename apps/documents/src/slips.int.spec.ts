import { DocumentsUnderTest } from './documents.fixture';
import { OutgoingOffice } from './outgoing-office.fixture';

let documents: DocumentsUnderTest;
let outgoing: OutgoingOffice;
/** What directory was asked for. */
let asked: Array<{ personIds: string[]; purpose: string }>;

beforeAll(async () => {
  documents = await DocumentsUnderTest.open();
});
afterAll(() => documents?.close());
beforeEach(async () => {
  outgoing = await OutgoingOffice.open(documents);
  asked = [];
  const { clerk, director, head, lead, desk } = outgoing.office;
  const names = new Map([[clerk, '文员小李'], [director, '王主任'], [head, '工程部老张'], [lead, '客服组长'], [desk, '前台小陈']].map(([who, name]) => [(who as typeof clerk).personId, name as string]));
  documents.neighbours = (_service, path, said) => {
    if (path !== '/internal/people/contacts') return { refused: [], claimed: [] };
    asked.push(said);
    return { items: said.personIds.flatMap((personId: string) => (names.has(personId) ? [{ personId, name: names.get(personId), phone: null }] : [])) };
  };
});

const slip = (path: string, query = '', who = outgoing.office.clerk) => documents.answer(`GET /api/${path}/slip${query}`, who);
/** What a reader sees, without markup. */
const words = (text: string): string => text.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const modules = (svg: string): string => /<svg.*<\/svg>/s.exec(svg)?.[0] ?? '';

describe('the slip of an incoming document (W1.1)', () => {
  it('shows whence it came, what was proposed, decided and by whom, with the code that is scanned when it is handed on', async () => {
    const { office } = outgoing;
    const id = await office.decided({ title: '<b>消防</b> & 检查' }, { decision: '请工程部牵头' });
    const { body } = await office.read(id);
    const { status, headers, text } = await slip(`incoming-documents/${id}`);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    expect(words(text)).toMatch(/收文处理单.*收文〔\d{4}〕\d+号.*来文单位 街道办事处.*来文字号 街办〔2026〕8号.*标题 &lt;b&gt;消防&lt;\/b&gt; &amp; 检查.*拟办意见 请工程部办理 文员小李.*领导批示 请工程部牵头 王主任.*承办 工程部老张/u);
    expect(asked).toMatchObject([{ purpose: `slip of ${body.number}` }]);

    // Another document has another code, and this one is the token that is scanned.
    const other = await slip(`incoming-documents/${await office.registered()}`);
    expect(modules(other.text)).not.toBe(modules(text));
    expect((await documents.ask('POST /api/incoming-documents/scan', office.head, { token: body.slipToken })).status).toBe(200);
  });

  it('as a circulation slip has a line for each reader in their order, and some to spare', async () => {
    const { office } = outgoing;
    const id = await office.decided();
    await office.does(id, 'circulate', office.clerk, { readerIds: [office.lead.personId, office.desk.personId], ordered: true });
    const { text } = await slip(`incoming-documents/${id}`, '?kind=circulation');
    expect(words(text)).toMatch(/文件传阅单.*序号 传阅人 阅读时间 签名 意见 1 客服组长 2 前台小陈 3 .* 12 /u);
  });

  it('is for whoever may read the document, and of a kind that there is', async () => {
    const id = await outgoing.office.registered({ confidentiality: 'confidential' });
    expect((await slip(`incoming-documents/${id}`, '', outgoing.office.lead)).body).toMatchObject({ status: 404, code: 'document-unknown' });
    expect((await slip(`incoming-documents/${id}`, '?kind=x')).body).toMatchObject({ status: 400, errors: [{ pointer: '?kind' }] });
    expect(asked).toEqual([]);
  });
});

describe('the sheet of an outgoing document (W1.2)', () => {
  it('shows who said yes to the text, and the text; of the seal each use', async () => {
    const id = await outgoing.sealed({}, 3);
    const draft = await slip(`outgoing-documents/${id}`);
    expect(words(draft.text)).toMatch(/发文稿纸.*印制份数 3.*拟稿 文员小李.*签发 王主任 \d{4}-.*会签 .*核稿 .*正文 社区居委会：/u);
    const seal = await slip(`outgoing-documents/${id}`, '?kind=seal');
    expect(words(seal.text)).toMatch(/用印登记.*印章 事由 批准份数 批准人 用印人 用印份数 物业服务中心公章 发文用印 3 王主任 \d{4}-/u);
    expect(modules(draft.text)).toBe('');
  });

  it('bears no signature under a text that was changed since', async () => {
    const id = await outgoing.signed();
    expect(words((await slip(`outgoing-documents/${id}`)).text)).toMatch(/签发 \S*\s?王主任/u);
    expect((await outgoing.correct(id, outgoing.office.clerk, { body: '社区居委会：\n我中心定于12月6日开展消防演练。' })).status).toBe(200);
    expect(words((await slip(`outgoing-documents/${id}`)).text)).toMatch(/第2稿.*签发 会签 核稿 复核 正文 社区居委会： 我中心定于12月6日/u);
  });

  it('leaves a blank where directory knows nobody, and is for whoever may read the document', async () => {
    const id = await outgoing.drafted();
    documents.neighbours = () => ({ items: [] });
    expect(words((await slip(`outgoing-documents/${id}`)).text)).toMatch(/拟稿 文稿版本 第1稿/u);
    expect((await slip(`outgoing-documents/${id}`, '', outgoing.office.technician)).status).toBe(404);
  });
});
