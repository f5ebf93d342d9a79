import { readCallerPath, type Principal } from '@property-office/contracts';
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

const day = 24 * 3600;
const kept = async (days: number) =>
  void (await reception.rows(`INSERT INTO retention (site_id, what, days, source_zh, source_en, effective_from) VALUES ($1, 'contact', $2, '试验', 'trial', '2025-01-01')`, [desk.siteId, days]));
const rowOf = async (id: string) => (await reception.rows('SELECT * FROM contact WHERE id = $1', [id]))[0]!;
const forgotten = async (id: string) => (await reception.told(id)).filter((type) => type === 'contact-forgotten').length;

describe('what a contact holds of people is kept for its retention and no longer (G7)', () => {
  it('then who it was, every word of it and its photos are gone from the desk, that somebody came is not', async () => {
    await kept(30);
    const colleague = await desk.holding('desk');
    const resident = await desk.resident();
    const caller = { personId: resident.personId, homeId: desk.home, name: '王敏', phone: '13800000019' };
    const id = await desk.recorded(agent, { caller, ownWords: '隔壁夜里吵 noisy', summary: '投诉邻居王敏' });
    await desk.act(id, 'offer', agent, { toPersonId: colleague.personId, note: '王敏又来电' });
    await desk.act(id, 'return', colleague, { reason: '王敏找的是你' });
    expect((await desk.act(id, 'answer', agent, { answer: '已劝阻王敏的邻居' })).status).toBe(200);
    await reception.later(29 * day);
    expect(await forgotten(id)).toBe(0);
    expect((await desk.read(id, agent)).body.ownWords).toContain('noisy');
    await reception.rows('UPDATE contact SET attachment_ids = ARRAY[$2::uuid] WHERE id = $1', [id, newId()]);
    await reception.later(2 * day);
    await reception.later(day);
    expect(await forgotten(id)).toBe(1);
    expect((await desk.read(id, agent)).body).toMatchObject({ attachmentIds: [], attachments: [] });
    const everything = JSON.stringify([await rowOf(id), await reception.rows('SELECT * FROM hand_over WHERE contact_id = $1', [id])]);
    for (const personal of ['王敏', 'noisy', '吵', '邻居', resident.personId, desk.home]) expect(everything).not.toContain(personal);
    expect((await desk.read(id, agent)).body).toMatchObject({ status: 'answered', ownWords: '', answer: '', caller: { kind: 'unknown', personId: null }, forgottenAt: expect.any(String) });
    expect((await reception.askInside(readCallerPath, { contactId: id, purpose: 'x' })).body).toMatchObject({ personId: null, name: null });
    for (const q of ['noisy', '13800000019']) expect((await reception.ask(`GET /api/contacts?q=${q}`, agent)).body.items).toEqual([]);
  });

  it('also what a resident wrote in the portal, who reads it no more', async () => {
    await kept(1);
    await desk.holding('desk-lead');
    const resident = await desk.resident();
    const { id } = (await reception.ask('POST /api/enquiries', resident, { words: '充电桩？' })).body;
    await desk.act(id, 'accept', agent);
    await desk.act(id, 'guide', agent, { whereTo: '供电局', callerTold: true });
    await reception.later(2 * day);
    expect(await rowOf(id)).toMatchObject({ own_words: '', written_by: null, guided_to: '供电局' });
    expect((await reception.ask(`GET /api/enquiries/${id}`, resident)).status).toBe(404);
  });

  it('by the row of the site, and that of all sites where it has none; nothing that is not over', async () => {
    const elsewhere = await Desk.open(reception);
    const there = await elsewhere.holding('desk');
    await kept(1);
    const [open, here, other] = [await desk.recorded(agent), await desk.recorded(agent), await elsewhere.recorded(there)];
    await desk.act(here, 'convert', agent, { to: 'suggestion' });
    await elsewhere.act(other, 'answer', there, { answer: '好' });
    await reception.later(3 * day);
    expect([await forgotten(open), await forgotten(here), await forgotten(other)]).toEqual([0, 1, 0]);
    await reception.later(730 * day);
    expect([await forgotten(open), await forgotten(other)]).toEqual([0, 1]);
    const [row] = await reception.rows(`SELECT days, source_zh, source_en FROM retention WHERE what = 'contact' AND site_id IS NULL`);
    expect(row).toEqual({ days: 730, source_zh: '初步建议', source_en: 'initial proposal' });
  });
});
