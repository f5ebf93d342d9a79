import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
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

const attachmentIds = [newId()];
const pasted = { channel: 'message', attachmentIds, ownWords: undefined };

describe('a screenshot that is pasted becomes a contact (W2.1)', () => {
  it('by itself: nobody types what it says', async () => {
    const { status, body } = await desk.record(agent, pasted);
    expect([status, body]).toMatchObject([201, { channel: 'message', ownWords: '', attachmentIds }]);
    expect((await desk.record(agent, { ...pasted, ownWords: '灯不亮' })).body).toMatchObject({ ownWords: '灯不亮' });
  });

  it('is a picture: a document beside it goes with it, and says nothing by itself', async () => {
    const document = newId();
    desk.documents.add(document);
    expect((await desk.record(agent, { ...pasted, attachmentIds: [document] })).body).toMatchObject({ status: 400, code: 'words-missing', errors: [{ pointer: '/ownWords' }] });
    expect((await desk.record(agent, { ...pasted, attachmentIds: [document], ownWords: '发来一份合同' })).status).toBe(201);
    expect((await desk.record(agent, { ...pasted, attachmentIds: [document, ...attachmentIds] })).body).toMatchObject({ ownWords: '', attachmentIds: [document, ...attachmentIds] });
  });

  it.each([
    ['a message without a picture', { channel: 'message', attachmentIds: [] }],
    ['a call with a picture', { channel: 'call', attachmentIds }],
    ['a visit', { channel: 'walk-in' }],
  ])('which takes the words of nothing else: not of %s', async (_, said) => {
    const before = await reception.rows('SELECT count(*) FROM contact');
    const refused = await desk.record(agent, { ...said, ownWords: undefined });
    expect(refused.body).toMatchObject({ status: 400, code: 'words-missing', title: "The caller's own words are missing", errors: [{ pointer: '/ownWords' }] });
    const inChinese = await desk.record(agent, { ...said, ownWords: undefined }, { 'accept-language': 'zh-CN' });
    expect(inChinese.body.title).toBe('请填写来电人原话');
    expect(await reception.rows('SELECT count(*) FROM contact')).toEqual(before);
  });

  it('which is converted in the summary of the desk, or asks for one', async () => {
    const told = async (id: string) => (await reception.events(id)).at(-1)!.data;
    const unsaid = await desk.recorded(agent, pasted);
    const refused = await desk.act(unsaid, 'convert', agent, { to: 'suggestion' });
    expect(refused.body).toMatchObject({ status: 400, code: 'conversion-incomplete', errors: [{ pointer: '/description', message: 'a screenshot says it all: sum it up' }] });
    expect(await reception.told(unsaid)).toEqual(['contact-recorded']);
    expect((await desk.act(unsaid, 'convert', agent, { to: 'suggestion', description: '加一盏路灯' })).status).toBe(200);
    expect(await told(unsaid)).toMatchObject({ description: '加一盏路灯', attachmentIds });
    const summed = await desk.recorded(agent, { ...pasted, summary: '要求加路灯' });
    expect((await desk.act(summed, 'convert', agent, { to: 'suggestion' })).status).toBe(200);
    expect(await told(summed)).toMatchObject({ description: '要求加路灯' });
  });

  it('whose receipt says where the words are', async () => {
    const id = await desk.recorded(agent, pasted);
    expect((await reception.answer(`GET /api/contacts/${id}/receipt`, agent)).text).toContain('（见您发来的截图）');
  });
});
