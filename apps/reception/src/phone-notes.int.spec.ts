import type { Told } from '@property-office/service-testing';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let clerk: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, clerk] = [await desk.holding('desk'), await desk.holding('clerk')];
});
afterAll(() => reception.close());

const leave = (more: object = {}, who = agent): Promise<Told> =>
  reception.ask('POST /api/phone-notes', who, { siteId: desk.siteId, toPersonId: clerk.personId, message: '档案局请回电', caller: { name: '刘处长', phone: '01012345678' }, ...more });
const left = async (more: object = {}): Promise<string> => (await leave(more)).body.id as string;
/** Lets the site's clock show an hour of the next day, in China. */
async function atHour(hour: number): Promise<void> {
  const now = await reception.now();
  const then = new Date(now);
  then.setUTCHours(24 + hour - 8, 0, 0, 0);
  await reception.later((then.getTime() - now.getTime()) / 1000);
}
const act = (id: string, verb: string, who: Principal, body: object = {}) => reception.ask(`POST /api/phone-notes/${id}/${verb}`, who, body);
const read = (id: string, who: Principal) => reception.ask(`GET /api/phone-notes/${id}`, who);

describe('phone notes (R2.3)', () => {
  it('are acknowledged by the colleague, and nobody else', async () => {
    const told = await leave({ urgent: true });
    expect(told).toMatchObject({ status: 201, body: { number: expect.stringMatching(/^M-\d{8}-\d+$/), status: 'left', urgent: true, caller: { name: '刘**', phone: '010****5678' } } });
    const { id } = told.body;
    expect((await act(id, 'acknowledge', agent)).body).toMatchObject({ status: 403, code: 'not-your-note' });
    expect(await act(id, 'acknowledge', clerk)).toMatchObject({ status: 200, body: { status: 'acknowledged', acknowledgedAt: expect.any(String) } });
    expect((await act(id, 'acknowledge', clerk)).body).toMatchObject({ status: 409, detail: expect.stringContaining('acknowledged') });
    expect(JSON.stringify(await reception.events(id))).not.toMatch(/刘处长|01012345678|档案局/);
  });

  it('say who rang, by a name, a number, or that they stayed anonymous; a note of nobody is not left', async () => {
    for (const caller of [undefined, {}, { anonymous: false }])
      expect((await leave({ caller })).body).toMatchObject({ status: 400, code: 'caller-unsaid', detail: expect.stringContaining('anonymous'), errors: [{ pointer: '/caller' }] });
    expect((await leave({ caller: { name: '刘处长', anonymous: true } })).body).toMatchObject({ status: 400, code: 'caller-not-anonymous', errors: [{ pointer: '/caller/anonymous' }] });
    expect((await reception.ask(`GET /api/phone-notes?siteId=${desk.siteId}`, clerk)).body.items).toEqual([]);
    expect((await leave({ caller: { anonymous: true } })).body).toMatchObject({ number: expect.any(String), caller: { name: null, phone: null } });
  });

  it('are returned with a reason and readdressed by whoever left them', async () => {
    const id = await left();
    const other = await desk.holding('department-head');
    expect((await act(id, 'return', clerk)).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect((await act(id, 'return', clerk, { reason: '找错人了' })).body).toMatchObject({ status: 'returned', returnReason: '找错人了' });
    expect((await act(id, 'acknowledge', clerk)).status).toBe(409);
    expect((await act(id, 'readdress', clerk, { toPersonId: other.personId })).status).toBe(403);
    expect((await act(id, 'readdress', agent, { toPersonId: agent.personId })).body).toMatchObject({ status: 400, code: 'colleague-unknown' });
    expect((await act(id, 'readdress', agent, { toPersonId: other.personId })).body).toMatchObject({ status: 'left', toPersonId: other.personId, returnReason: null });
    expect((await read(id, clerk)).status).toBe(404);
    expect((await act(id, 'acknowledge', other)).status).toBe(200);
    expect(await reception.told(id)).toEqual(['phone-note-left', 'phone-note-returned', 'phone-note-readdressed', 'phone-note-acknowledged']);
  });

  it.each<[string, Array<[verb: string, body: object]>]>([
    ['acknowledged and returned', [['acknowledge', {}], ['return', { reason: '找错人了' }]]],
    ['acknowledged twice', [['acknowledge', {}], ['acknowledge', {}]]],
    ['returned twice', [['return', { reason: '找错人了' }], ['return', { reason: '不归我管' }]]],
  ])('%s at once, are one of the two; the other hears what they are by then', async (_, verbs) => {
    for (let i = 0; i < 3; i += 1) {
      const id = await left();
      const told = (await Promise.all(verbs.map(([verb, body]) => act(id, verb, clerk, body)))).toSorted((one, other) => one.status - other.status);
      expect(told).toMatchObject([{ status: 200 }, { status: 409, body: { code: 'phone-note-move-illegal' } }]);
      expect((await read(id, clerk)).body).toMatchObject({ status: told[0]!.body.status, version: 2 });
      expect(await reception.told(id)).toEqual(['phone-note-left', `phone-note-${told[0]!.body.status}`]);
    }
  });

  it('remind the colleague, then the lead, each once, until they are acknowledged', async () => {
    const lead = await desk.holding('desk-lead');
    const [forgotten, known] = [await left(), await left()];
    await act(known, 'acknowledge', clerk);
    // In steps that come at every hour of the day: nobody is reminded outside the desk's hours.
    for (let hours = 0; hours < 8 * 24; hours += 7) await reception.later(7 * 3600);
    expect((await reception.events(forgotten)).slice(1)).toMatchObject([
      { type: 'reception.phone-note-escalated.v1', data: { level: 'responsible', told: [{ personId: clerk.personId }] } },
      { data: { level: 'lead', told: [{ personId: lead.personId }] } },
      { data: { level: 'director', outcome: 'nobody-on-duty' } },
      { data: { level: 'company', outcome: 'nobody-on-duty' } },
    ]);
    expect(await reception.told(known)).toEqual(['phone-note-left', 'phone-note-acknowledged']);
  });

  it('that are urgent are reminded of day and night, within the hour; the others in the morning', async () => {
    const [officer, company] = [await desk.holding('duty-officer'), await desk.holding('company')];
    await atHour(2);
    const [urgent, ordinary] = [await left({ urgent: true }), await left()];
    await reception.later(3600);
    expect((await reception.events(urgent)).slice(1)).toMatchObject([
      { type: 'reception.phone-note-escalated.v1', data: { level: 'responsible', class: 'urgent-phone-note', told: [{ personId: clerk.personId }] } },
      { data: { level: 'office', to: 'duty-officer', told: [{ personId: officer.personId }] } },
      { data: { level: 'director', outcome: 'nobody-on-duty' } },
      { data: { level: 'company', told: [{ personId: company.personId }] } },
    ]);
    expect(await reception.told(ordinary)).toEqual(['phone-note-left']);
  });

  it.each([[false], [true]])('that came back remind whoever left them until they go to somebody else, then the lead; urgent: %s', async (urgent) => {
    const [lead, other] = [await desk.holding('desk-lead'), await desk.holding('department-head')];
    const [forgotten, goesOn] = [await left({ urgent }), await left({ urgent })];
    for (const id of [forgotten, goesOn]) await act(id, 'return', clerk, { reason: '找错人了' });
    await act(goesOn, 'readdress', agent, { toPersonId: other.personId });
    await act(goesOn, 'acknowledge', other);
    for (let hours = 0; hours < 3 * 24; hours += 7) await reception.later(7 * 3600);
    const levels = (await reception.events(forgotten)).slice(2);
    expect(levels[0]).toMatchObject({ type: 'reception.phone-note-escalated.v1', data: { promise: 'readdress', level: 'responsible', told: [{ personId: agent.personId }] } });
    const toLead = levels.filter(({ data }) => (data as { told: Array<{ personId: string }> }).told.some(({ personId }) => personId === lead.personId));
    expect(toLead).toHaveLength(1);
    expect(await reception.told(goesOn)).toEqual(['phone-note-left', 'phone-note-returned', 'phone-note-readdressed', 'phone-note-acknowledged']);
    // Once it is for somebody, nobody is reminded that it is to go to somebody.
    await act(forgotten, 'readdress', lead, { toPersonId: other.personId });
    await act(forgotten, 'acknowledge', other);
    const said = await reception.told(forgotten);
    await reception.later(24 * 3600);
    expect(await reception.told(forgotten)).toEqual(said);
  });

  it('of whoever left the office wait for the lead, who sends them to somebody else', async () => {
    const [lead, other] = [await desk.holding('desk-lead'), await desk.holding('department-head')];
    const id = await left();
    await act(id, 'return', clerk, { reason: '找错人了' });
    await reception.rows('INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, true)', [newId(), agent.personId]);
    await reception.rows(`UPDATE office_role SET until_at = from_at WHERE person_id = $1`, [agent.personId]);
    for (let hours = 0; hours < 24; hours += 7) await reception.later(7 * 3600);
    expect((await reception.events(id)).slice(2, 4)).toMatchObject([
      { data: { promise: 'readdress', level: 'responsible', outcome: 'nobody-on-duty' } },
      { data: { level: 'lead', told: [{ personId: lead.personId }] } },
    ]);
    expect((await act(id, 'readdress', clerk, { toPersonId: other.personId })).body).toMatchObject({ status: 403, code: 'not-your-note' });
    expect((await act(id, 'readdress', lead, { toPersonId: other.personId })).body).toMatchObject({ status: 'left', toPersonId: other.personId });
    expect((await read(id, other)).status).toBe(200);
  });

  it('are between two people and the leads; who rang is unmasked with a trace', async () => {
    const id = await left();
    const colleague = await desk.holding('desk');
    expect((await read(id, colleague)).status).toBe(404);
    for (const who of [agent, clerk, await desk.holding('desk-lead'), await desk.holding('director')]) expect((await read(id, who)).status).toBe(200);
    expect((await reception.ask(`GET /api/phone-notes/${id}/caller`, clerk)).body).toEqual({ name: '刘处长', phone: '01012345678' });
    expect(await reception.rows('SELECT actor_id FROM audit WHERE object_id = $1', [id])).toEqual([{ actor_id: clerk.personId }]);
    const list = async (q: string, who: Principal) => (await reception.ask(`GET /api/phone-notes?q=${encodeURIComponent(q)}`, who)).body.items.length as number;
    expect([await list('档案', clerk), await list('档案局', agent), await list('档案', colleague), await list('消防', clerk)]).toEqual([1, 1, 0, 0]);
    await left({ caller: { name: '周建国', phone: '02087654321' } });
    for (const caller of ['周建国', 'Zhou Jianguo', '020 8765 4321']) expect([await list(caller, clerk), await list(caller, colleague)]).toEqual([1, 0]);
    for (const part of ['周', '7654321', '02087654322']) expect(await list(part, clerk)).toBe(0);
  });

  it('are forgotten when their retention is over, not while they wait for an answer (G7)', async () => {
    const day = 24 * 3600;
    await reception.rows(`INSERT INTO retention (site_id, what, days, source_zh, source_en, effective_from) VALUES ($1, 'phone-note', 3, '试验', 'trial', '2025-01-01')`, [desk.siteId]);
    const other = await desk.holding('department-head');
    const [known, returned, waiting, again] = [await left(), await left(), await left(), await left()];
    await act(known, 'acknowledge', clerk);
    for (const id of [returned, again]) await act(id, 'return', clerk, { reason: '刘处长找的是别人' });
    await reception.later(2 * day);
    await act(again, 'readdress', agent, { toPersonId: other.personId });
    await act(again, 'acknowledge', other);
    expect(await reception.told(known)).not.toContain('phone-note-forgotten');
    expect((await read(known, clerk)).body).toMatchObject({ message: '档案局请回电', forgottenAt: null });
    for (let hours = 0; hours < 42; hours += 21) await reception.later(21 * 3600);
    for (const id of [known, returned]) {
      expect((await reception.told(id)).filter((type) => type === 'phone-note-forgotten')).toHaveLength(1);
      expect(JSON.stringify(await reception.rows('SELECT * FROM phone_note WHERE id = $1', [id]))).not.toMatch(/刘处长|档案|v1:/);
      expect((await read(id, agent)).body).toMatchObject({ message: '', caller: { name: null, phone: null }, forgottenAt: expect.any(String) });
      expect((await reception.ask(`GET /api/phone-notes/${id}/caller`, agent)).body).toEqual({ name: null, phone: null });
    }
    for (const id of [waiting, again]) expect(await reception.told(id)).not.toContain('phone-note-forgotten');
    expect((await act(returned, 'readdress', agent, { toPersonId: other.personId })).body).toMatchObject({ status: 409, code: 'phone-note-move-illegal' });
    const found = (await reception.ask(`GET /api/phone-notes?q=${encodeURIComponent('档案局')}`, agent)).body.items.map(({ id }: { id: string }) => id);
    expect(found.toSorted()).toEqual([waiting, again].toSorted());
    expect((await reception.ask(`GET /api/phone-notes?q=${encodeURIComponent('刘处长')}`, agent)).body.items).toHaveLength(2);
    const rows = await reception.rows(`SELECT days, source_zh FROM retention WHERE what = 'phone-note' AND site_id IS NULL`);
    expect(rows).toEqual([{ days: 90, source_zh: '初步建议' }]);
    for (let days = 0; days < 4; days += 1) await reception.later(day);
    expect((await read(again, other)).body).toMatchObject({ status: 'acknowledged', message: '' });
  });

  it.each([
    ['oneself', () => agent.personId],
    ['a resident', async () => (await desk.resident()).personId],
  ])('are not for %s', async (_, whom) => {
    expect((await leave({ toPersonId: await whom() })).body).toMatchObject({ status: 400, code: 'colleague-unknown' });
  });
});
