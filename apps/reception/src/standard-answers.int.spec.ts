import type { Principal } from '@property-office/contracts';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  agent = await desk.holding('desk');
});
afterAll(() => reception.close());

const texts = { title: { zh: '装修时间', en: 'Renovation hours' }, text: { zh: '工作日 8:00—18:00 可以装修。', en: 'On workdays from 8 to 18.' } };
const write = (who = agent, more: object = {}) => reception.ask('POST /api/standard-answers', who, { siteId: desk.siteId, ...texts, ...more });
const written = async (): Promise<string> => (await write()).body.id as string;
const improve = (id: string, match: string | undefined, more: object = {}, who = agent) =>
  reception.ask(`POST /api/standard-answers/${id}/improve`, who, { ...texts, ...more }, match === undefined ? {} : { 'if-match': match });
const found = async (query: string, who = agent) =>
  ((await reception.ask(`GET /api/standard-answers?${query}`, who)).body as { items: Array<{ id: string }> }).items.map(({ id }) => id);

describe('standard answers (R3.1)', () => {
  it.each(['装修', '装', 'zhuangxiu', 'zxsj', 'renovation', '工作日'])('are found by %s', async (q) => {
    const id = await written();
    await write(agent, { title: { zh: '停车' }, text: { zh: '请停在车位内。' } });
    expect(await found(`siteId=${desk.siteId}&q=${encodeURIComponent(q)}`)).toEqual([id]);
    expect(await found(`siteId=${desk.siteId}&q=%3F`)).toEqual([]);
  });

  it('are improved by a new version; the one a caller was told stands on the contact', async () => {
    const id = await written();
    const contact = await desk.recorded(agent);
    const answered = await desk.act(contact, 'answer', agent, { standardAnswer: { id, version: 1 } }, { 'accept-language': 'zh-CN' });
    expect(answered.body).toMatchObject({ status: 'answered', answer: '工作日 8:00—18:00 可以装修。', standardAnswer: { id, version: 1 } });
    expect((await reception.events(contact)).at(-1)).toMatchObject({ data: { standardAnswer: { id, version: 1 } } });
    expect((await improve(id, '"1"', { text: { zh: '工作日 9:00—17:00 可以装修。' } })).body).toMatchObject({ textVersion: 2, text: { en: null }, version: 2 });
    expect((await desk.read(contact, agent)).body).toMatchObject({ answer: '工作日 8:00—18:00 可以装修。', standardAnswer: { version: 1 } });
    const { body } = await reception.ask(`GET /api/standard-answers/${id}`, agent);
    expect(body.versions).toMatchObject([{ textVersion: 2, text: { zh: '工作日 9:00—17:00 可以装修。' } }, { textVersion: 1, text: { zh: '工作日 8:00—18:00 可以装修。' } }]);
  });

  it('name the cause of what was answered in own words, without being what was said (R3.3)', async () => {
    const id = await written();
    const [named, unnamed] = [await desk.recorded(agent), await desk.recorded(agent)];
    const answered = await desk.act(named, 'answer', agent, { answer: '下周一起可以', causeId: id });
    expect(answered.body).toMatchObject({ status: 'answered', answer: '下周一起可以', standardAnswer: null, causeId: id });
    expect((await reception.events(named)).at(-1)).toMatchObject({ data: { standardAnswer: null, causeId: id } });
    await desk.act(unnamed, 'answer', agent, { answer: '好的' });
    expect((await reception.events(unnamed)).at(-1)!.data).not.toHaveProperty('causeId');
    const elsewhere = await Desk.open(reception);
    const other = (await reception.ask('POST /api/standard-answers', await elsewhere.holding('desk'), { siteId: elsewhere.siteId, title: { zh: '装修' }, text: { zh: '可以' } })).body.id as string;
    const open = await desk.recorded(agent);
    for (const [more, code] of [[{ answer: '好', causeId: other }, 'cause-unknown'], [{ standardAnswer: { id, version: 1 }, causeId: id }, 'cause-beside-answer']] as const)
      expect((await desk.act(open, 'answer', agent, more)).body).toMatchObject({ status: 400, code, errors: [{ pointer: '/causeId' }] });
  });

  it('are not overwritten unseen: 428 without If-Match, 412 with an old one', async () => {
    const id = await written();
    expect((await improve(id, undefined)).status).toBe(428);
    const [one, other] = await Promise.all([improve(id, '"1"'), improve(id, '"1"')]);
    expect([one.status, other.status].sort()).toEqual([200, 412]);
  });

  it('retire: they are not offered any more, and what was said with them stays', async () => {
    const id = await written();
    expect((await reception.ask(`POST /api/standard-answers/${id}/retire`, agent)).status).toBe(403);
    const lead = await desk.holding('desk-lead');
    expect((await reception.ask(`POST /api/standard-answers/${id}/retire`, lead)).body).toMatchObject({ retired: true, version: 2 });
    expect(await found(`siteId=${desk.siteId}`)).toEqual([]);
    expect(await found(`siteId=${desk.siteId}&retired=true`)).toEqual([id]);
    expect((await improve(id, '"2"')).body).toMatchObject({ status: 409, code: 'standard-answer-retired' });
    expect((await reception.ask(`POST /api/standard-answers/${id}/retire`, lead)).status).toBe(409);
  });

  it.each([
    ['neither words nor a standard answer', {}, 'answer-missing', '/answer'],
    ['a version there never was', { standardAnswer: { id: 'own', version: 7 } }, 'standard-answer-unknown', '/standardAnswer'],
    ["another site's", { standardAnswer: { id: 'foreign', version: 1 } }, 'standard-answer-unknown', '/standardAnswer'],
  ])('a contact is not answered with %s', async (_, said, code, pointer) => {
    const own = await written();
    const here = desk;
    desk = await Desk.open(reception);
    const foreign = (await write(await desk.holding('desk'))).body.id as string;
    desk = here;
    const contact = await desk.recorded(agent);
    const body = 'standardAnswer' in said ? { standardAnswer: { ...said.standardAnswer, id: said.standardAnswer.id === 'own' ? own : foreign } } : said;
    expect((await desk.act(contact, 'answer', agent, body)).body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
    expect((await desk.read(contact, agent)).body.status).toBe('open');
  });

  it('are those of the site', async () => {
    const id = await written();
    const elsewhere = await (await Desk.open(reception)).holding('desk-lead');
    expect(await found('', elsewhere)).toEqual([]);
    expect((await reception.ask(`GET /api/standard-answers/${id}`, elsewhere)).status).toBe(404);
    expect((await reception.ask(`POST /api/standard-answers/${id}/retire`, elsewhere)).status).toBe(404);
    expect((await write(elsewhere)).status).toBe(403);
  });
});
