import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest, type Told } from './notices.fixture';

const hour = 3_600_000;
const nasty = `<script>alert('x')</script> & "引号" ]]>`;
let notices: NoticesUnderTest;
let area: Neighbourhood;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
});
afterAll(() => notices?.close());

const open = (what = '', headers: Record<string, string> = {}): Promise<Told> => notices.ask(`GET /api/board/${area.siteId}${what}`, undefined, undefined, headers);
const onBoard = async (): Promise<string[]> => (await open()).body.items.map(({ id }: { id: string }) => id);
const parsed = (text: string) => new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' || name === 'link' }).parse(text).feed;

describe('the board of a site, without signing in', () => {
  it('shows what is released for it and holds, newest first, and nothing else', async () => {
    const first = await area.released({ onPublicBoard: true });
    const second = await area.released({ onPublicBoard: true });
    await area.released({ onPublicBoard: false });
    await area.approved({ onPublicBoard: true });
    expect(await onBoard()).toEqual([second, first]);
    await area.moved(first, 'withdraw', area.lead, { reason: '取消' });
    expect(await onBoard()).toEqual([second]);
    const now = (await notices.now()).getTime();
    await area.released({ onPublicBoard: true, validUntil: new Date(now + hour).toISOString() });
    expect(await onBoard()).toHaveLength(2);
    await notices.elapse(2 * hour);
    expect(await onBoard()).toEqual([second]);
    expect((await open()).body).toMatchObject({ name: '阳光花园', items: [{ zh: { title: '停水通知' }, en: { title: 'Water cut' } }] });
    for (const secret of ['audience', 'writer', 'approvedBy', 'remarks', 'contentHash']) expect((await open()).text).not.toContain(secret);
  });

  it('is not there for what is no site, nor are files of what is not on it', async () => {
    const at = (path: string) => notices.ask(`GET /api/board/${path}`, undefined);
    for (const what of ['', '/page', '/feed.atom']) expect(await at(`${area.buildings[0]}${what}`)).toMatchObject({ status: 404 });
    expect((await at(area.buildings[0])).body).toMatchObject({ code: 'board-unknown', title: 'No such board' });
    expect((await notices.ask(`GET /api/board/${area.buildings[0]}`, undefined, undefined, { 'accept-language': 'zh' })).body.title).toBe('没有这个公告栏');
    expect((await open(`/attachments/${area.siteId}`)).status).toBe(404);
  });

  it('is a page that runs nothing of what people write', async () => {
    await area.released({ onPublicBoard: true, zh: { title: nasty, body: nasty }, en: { title: nasty, body: nasty } });
    const { headers, text } = await open('/page');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;alert(&apos;x&apos;)&lt;/script&gt; &amp; &quot;引号&quot; ]]&gt;');
    expect(text).toContain(`href="/api/board/${area.siteId}/feed.atom"`);
  });

  it('is a valid Atom feed, whatever people write', async () => {
    const id = await area.released({ onPublicBoard: true, zh: { title: nasty, body: `${nasty}\n第二行` }, en: undefined });
    const { headers, text } = await open('/feed.atom', { host: 'office.example.org' });
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(XMLValidator.validate(text)).toBe(true);
    const feed = parsed(text);
    expect(feed).toMatchObject({ '@_xmlns': 'http://www.w3.org/2005/Atom', id: `urn:uuid:${area.siteId}`, author: { name: '阳光花园 物业服务中心' } });
    expect(feed.link).toContainEqual({ '@_rel': 'self', '@_type': 'application/atom+xml', '@_href': `http://office.example.org/api/board/${area.siteId}/feed.atom` });
    const [entry] = feed.entry;
    expect(entry).toMatchObject({
      id: `urn:uuid:${id}`,
      title: { '#text': nasty },
      content: { '#text': `${nasty}\n第二行` },
      link: [{ '@_href': `http://office.example.org/api/board/${area.siteId}/page#n-${id}` }],
    });
    for (const at of [feed.updated, entry.updated, entry.published]) expect(new Date(at).toISOString()).toBe(at);
  });

  it('an empty feed is valid, too', async () => {
    const { text } = await open('/feed.atom');
    expect(XMLValidator.validate(text)).toBe(true);
    expect(parsed(text).updated).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each(['/page', '/feed.atom'])('%s is sent once to whoever keeps it', async (what) => {
    const id = await area.released({ onPublicBoard: true });
    const { etag, 'last-modified': modified } = (await open(what)).headers;
    expect(new Date(modified!).toString()).not.toBe('Invalid Date');
    expect(await open(what, { 'if-none-match': etag! })).toMatchObject({ status: 304, text: '' });
    expect((await open(what, { 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
    expect((await open(what, { 'if-none-match': '"other"', 'if-modified-since': modified! })).status).toBe(200);
    expect((await open(what, { 'if-modified-since': modified! })).status).toBe(304);
    expect((await open(what, { 'if-modified-since': 'Thu, 01 Jan 1970 00:00:00 GMT' })).status).toBe(200);
    await notices.elapse(2_000);
    await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    expect((await open(what, { 'if-none-match': etag! })).status).toBe(200);
    expect((await open(what, { 'if-modified-since': modified! })).status).toBe(200);
  });

  it('is searched in Chinese and English and by number, and what is not on it is not found', async () => {
    const lift = await area.released({ onPublicBoard: true, zh: { title: '电梯检修', body: '一号梯停用半天。' }, en: { title: 'Lift works', body: 'Lift 1 is out of use.' } });
    const water = await area.released({ onPublicBoard: true });
    const hidden = await area.released({ onPublicBoard: false, zh: { title: '电梯内部通知', body: '电梯' }, en: undefined });
    const found = async (q: string): Promise<string[]> => (await open(`?q=${encodeURIComponent(q)}`)).body.items.map(({ id }: { id: string }) => id);
    for (const q of ['电梯', '电梯检修', 'lift WORKS', '一号梯停用']) expect(await found(q)).toEqual([lift]);
    expect(await found('停水')).toEqual([water]);
    const { number } = (await area.read(hidden)).body as { number: string };
    expect(await found(number)).toEqual([]);
    expect(await found(((await area.read(water)).body as { number: string }).number)).toEqual([water]);
    expect(await found('，。')).toEqual([]);
    expect((await open(`?q=${'长'.repeat(101)}`)).status).toBe(400);
    const first = await open(`?limit=1&q=${encodeURIComponent('停')}`);
    const second = await open(`?limit=1&q=${encodeURIComponent('停')}&cursor=${first.body.nextCursor}`);
    expect([...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)).toEqual([water, lift]);
  });

  it('the list has an ETag and goes on page by page', async () => {
    for (let i = 0; i < 3; i += 1) await area.released({ onPublicBoard: true });
    const first = await open('?limit=2');
    expect((await open('?limit=2', { 'if-none-match': first.headers.etag! })).status).toBe(304);
    const second = await open(`?limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.items).toHaveLength(1);
    expect(second.body.nextCursor).toBeNull();
  });
});
