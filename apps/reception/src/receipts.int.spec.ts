import { announced } from '@property-office/service-testing';
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

const receipt = (id: string, who = agent) => reception.answer(`GET /api/contacts/${id}/receipt`, who, undefined, { host: 'office.example' });
const opened = async (text: string) => reception.answer(`GET ${new URL(/aria-label="([^"]+)"/.exec(text)![1]!).pathname}`, undefined);
const care = (homeId: string, data: object, aggregateversion = 1) =>
  reception.hear(announced('directory.home-care-changed.v1', homeId, desk.siteId, { homeId, noPhone: true, wishes: '听力不好，请按两次门铃', contactId: newId(), ...data }, { aggregateversion }), [
    'reception__home_care_v1',
  ]);

describe('W6.4: a receipt of a contact in large type', () => {
  it('says number, when, what in their own words, by when and whom to ask, and not what the desk wrote for itself', async () => {
    const { body } = await desk.record(agent, { caller: { homeId: desk.home }, ownWords: '<b>楼道</b>灯不亮', summary: '第三次来问' });
    const { status, headers, text } = await receipt(body.id);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    for (const said of [body.number, '&lt;b&gt;楼道&lt;/b&gt;灯不亮', '来电来访回执', '3栋2单元501', '最迟', '找谁询问']) expect(text).toContain(said);
    expect(text).not.toMatch(/第三次来问|<b>/);
  });

  it('its QR opens how the contact stands, without an account, a word or what it became', async () => {
    const { body } = await desk.record(agent, { ownWords: '楼道灯不亮' });
    const { text } = await receipt(body.id);
    expect((await opened(text)).text).toMatch(/处理中/);
    await desk.act(body.id, 'answer', agent, { answer: '明天来修' });
    const page = await opened(text);
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.text).toContain(body.number);
    expect(page.text).toContain('已答复');
    expect(page.text).not.toMatch(/楼道灯|明天来修/);
    expect((await receipt(body.id)).text).toMatch(/明天来修/);
    expect((await reception.answer(`GET /follow/contacts/${'A'.repeat(22)}.x`, undefined)).status).toBe(404);
  });

  it('is for who may see the contact alone: not for who it is hidden from, nor for another site, and never of one that was forgotten', async () => {
    const id = await desk.recorded(agent);
    const accused = await desk.holding('desk-lead');
    expect((await receipt(id, accused)).status).toBe(200);
    await reception.rows('INSERT INTO object_shield (object_id, subject) VALUES ($1, $2)', [id, `person:${accused.personId}`]);
    const other = await (await Desk.open(reception)).holding('desk');
    for (const who of [accused, other]) expect((await receipt(id, who)).status).toBe(404);
    expect((await receipt(id, await desk.holding('resident'))).status).toBe(403);
    const { text } = await receipt(id);
    await reception.rows(`UPDATE contact SET own_words = '', forgotten_at = platform.now() WHERE id = $1`, [id]);
    expect([(await receipt(id)).status, (await opened(text)).status]).toEqual([404, 404]);
  });
});

describe('W6.4: whoever deals with a home knows its wishes', () => {
  it('on a contact from there until it is ended, with who is called instead by the audited route', async () => {
    const resident = await desk.resident();
    await care(desk.home, {});
    const id = await desk.recorded(agent, { caller: { personId: resident.personId, homeId: desk.home } });
    expect((await desk.read(id, agent)).body.door).toEqual({ wishes: '听力不好，请按两次门铃', noPhone: true, hasContact: true });
    expect((await reception.ask(`GET /api/contacts/${id}/caller`, agent)).body).toMatchObject({ phone: '13900001111', instead: null });
    const reachable = await desk.recorded(agent, { caller: { homeId: desk.home, name: '王敏', phone: '13800000000' } });
    const numberless = await desk.recorded(agent, { caller: { homeId: desk.home } });
    const callerOf = async (contactId: string) => (await reception.ask(`GET /api/contacts/${contactId}/caller`, agent)).body;
    expect((await callerOf(numberless)).instead).toEqual({ name: '林晓雨', phone: '13900001111' });
    reception.neighbours = () => {
      throw new Error('away');
    };
    expect(await callerOf(numberless)).toEqual({ personId: null, name: null, phone: null, instead: null });
    expect(await callerOf(reachable)).toEqual({ personId: null, name: '王敏', phone: '13800000000', instead: null });
    const elsewhere = await desk.recorded(agent, { caller: { homeId: desk.otherHome } });
    expect((await desk.read(elsewhere, agent)).body.door).toBeNull();
    expect((await reception.ask(`GET /api/contacts/${elsewhere}/caller`, agent)).body.instead).toBeNull();
    await desk.act(id, 'answer', agent, { answer: '好的' });
    expect((await desk.read(id, agent)).body.door).toBeNull();
  });

  it('on a visitor to it until they came; and what is blanked when its people leave is gone', async () => {
    const host = await desk.resident();
    await care(desk.home, { contactId: null });
    const now = (await reception.now()).getTime();
    const window = { from: new Date(now).toISOString(), until: new Date(now + 7_200_000).toISOString() };
    const guest = { siteId: desk.siteId, kind: 'resident-guest', homeId: desk.home, hostId: host.personId, name: '何建国', phone: '13700000000', purpose: '走亲戚', ...window };
    const { body } = await reception.ask('POST /api/visitors', agent, guest);
    expect((await reception.ask(`GET /api/visitors/${body.id}`, agent)).body.door).toMatchObject({ noPhone: true, hasContact: false });
    await care(desk.home, { noPhone: false, wishes: '', contactId: null }, 2);
    expect((await reception.ask(`GET /api/visitors/${body.id}`, agent)).body.door).toBeNull();
  });
});
