import type { Told } from '@property-office/service-testing';
import type { Principal, Role } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let resident: Principal;
let agent: Principal;
let lead: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, lead, resident] = [await desk.holding('desk'), await desk.holding('desk-lead'), await desk.resident()];
});
afterAll(() => reception.close());

const words = '地下车库什么时候装充电桩？';
const write = (who = resident, more: object = {}, headers: Record<string, string> = {}): Promise<Told> =>
  reception.ask('POST /api/enquiries', who, { words, ...more }, headers);
const written = async (who = resident): Promise<string> => {
  const { status, body } = await write(who);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
};
const read = (id: string, who = resident) => reception.ask(`GET /api/enquiries/${id}`, who);
const kept = () => reception.rows('SELECT 1 FROM contact WHERE site_id = $1', [desk.siteId]);
const ownersOf = async (id: string) =>
  (await reception.rows<{ owner_id: string }>('SELECT owner_id FROM contact_owner WHERE contact_id = $1 ORDER BY n', [id])).map((row) => row.owner_id);
const span = [new Date('2020-01-01T00:00:00Z'), null];
const onDuty = (role: Role, { personId }: Principal) =>
  reception.rows('INSERT INTO office_duty (id, person_id, role, site_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5, $6)', [newId(), personId, role, desk.siteId, ...span]);
const away = ({ personId }: Principal) =>
  reception.rows('INSERT INTO office_absence (id, person_id, from_at, until_at) VALUES ($1, $2, $3, $4)', [newId(), personId, ...span]);

describe('a resident writes to the desk in the portal (W2.1, R3.1)', () => {
  it('in their own words, and reads what comes of it, without what the desk writes for itself', async () => {
    const attachmentIds = [newId()];
    const told = await write(resident, { attachmentIds });
    expect(told).toMatchObject({
      status: 201,
      body: { number: expect.stringMatching(/^Q-/), siteId: desk.siteId, homeId: desk.home, status: 'received', statusName: 'received, to be taken by the desk', words, attachmentIds, answer: null },
    });
    const { id } = told.body;
    expect((await desk.act(id, 'accept', agent)).body).toMatchObject({ status: 'open', channel: 'portal', ownerId: agent.personId, caller: { kind: 'resident', personId: resident.personId } });
    expect((await read(id)).body).toMatchObject({ status: 'in-hand', promises: [{ promise: 'answer', state: 'running' }, { promise: 'done' }], attachments: [{ id: attachmentIds[0] }] });
    expect((await desk.act(id, 'answer', agent, { answer: '明年三月', summary: '反复来问' })).status).toBe(200);
    const answered = await read(id);
    expect(answered.body).toMatchObject({ status: 'answered', answer: '明年三月' });
    expect(JSON.stringify(answered.body)).not.toContain('反复来问');
    expect(JSON.stringify(answered.body)).not.toContain(agent.personId);
  });

  it('and finds it again by number, their words and the answer, not by the summary of the desk', async () => {
    const id = await written();
    await write(resident, { words: '门禁卡怎么补办' });
    await desk.act(id, 'accept', agent);
    await desk.act(id, 'answer', agent, { answer: '明年三月 Ｍａｒｃｈ', summary: '反复来问' });
    const { number } = (await read(id)).body;
    const found = async (q: string, who = resident) => (await reception.ask(`GET /api/enquiries?q=${encodeURIComponent(q)}`, who)).body.items.map((each: { id: string }) => each.id);
    for (const q of [number, '充电桩', '车', '三月', 'march']) expect([q, await found(q)]).toEqual([q, [id]]);
    for (const q of ['反复来问', '反复', '%%', '没有']) expect([q, await found(q)]).toEqual([q, []]);
    expect(await found('充电桩', await desk.resident())).toEqual([]);
  });

  it('and no event tells who wrote, or a word of it; the audit knows', async () => {
    const id = await written();
    const events = await reception.rows<{ type: string; actor_id: string; actor_role: string; data: object }>(
      'SELECT type, actor_id, actor_role, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
      [id],
    );
    expect(events).toMatchObject([
      { type: 'reception.contact-recorded.v1', actor_role: 'resident', data: { channel: 'portal', caller: 'resident', ownerId: lead.personId } },
      { type: 'reception.contact-offered.v1', actor_role: 'resident', data: { handOver: 1, ownerId: lead.personId, toPersonId: null, toRole: null, toDesk: true, heated: false } },
    ]);
    for (const personal of [resident.personId, desk.home, words]) expect(JSON.stringify(events)).not.toContain(personal);
    expect(await reception.rows('SELECT actor_id, operation FROM audit WHERE object_id = $1', [id])).toEqual([{ actor_id: resident.personId, operation: 'reception.writeEnquiry' }]);
  });

  it('and nobody else reads it as theirs, nor the resident the page of the desk, also where they work here', async () => {
    const neighbour = await desk.resident();
    const [id, own] = [await written(), await written(neighbour)];
    expect((await read(id, neighbour)).body).toMatchObject({ status: 404, code: 'enquiry-unknown' });
    expect((await read(newId())).status).toBe(404);
    const listed = async (who: Principal) => (await reception.ask('GET /api/enquiries', who)).body.items.map((each: { id: string }) => each.id);
    expect([await listed(resident), await listed(neighbour)]).toEqual([[id], [own]]);
    expect((await desk.read(id, resident)).status).toBe(403);
    const both = { ...resident, roles: [...resident.roles, { role: 'technician' as const, siteId: desk.siteId }] };
    expect([(await desk.read(id, both)).status, (await read(id, both)).status]).toEqual([404, 200]);
    // Who has moved out keeps their own words.
    const moved = { ...resident, roles: [], homes: [] };
    expect([await listed(moved), (await write(moved)).status]).toEqual([[id], 403]);
  });

  it('which nothing the desk writes down ever is', async () => {
    expect((await desk.record(agent, { channel: 'portal', caller: { personId: resident.personId } })).body).toMatchObject({ status: 400, errors: [{ pointer: '/channel' }] });
    const id = await desk.recorded(agent, { channel: 'message', caller: { personId: resident.personId } });
    expect((await read(id)).status).toBe(404);
  });

  it('page by page, newest first', async () => {
    const ids = [await written(), await written(), await written()].reverse();
    const first = (await reception.ask('GET /api/enquiries?limit=2', resident)).body;
    const second = (await reception.ask(`GET /api/enquiries?limit=2&cursor=${first.nextCursor}`, resident)).body;
    expect([...first.items, ...second.items].map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ['a home that is not theirs', { homeId: 'other' }, 400, 'home-not-yours', '/homeId'],
    ['no words', { words: ' ' }, 400, 'invalid-fields', '/words'],
    ['a summary, which is the desk’s', { summary: '充电桩' }, 400, 'invalid-fields', '/summary'],
  ])('refuses %s and keeps nothing', async (_, more, status, code, pointer) => {
    const said = 'homeId' in more ? { homeId: desk.otherHome } : more;
    expect((await write(resident, said)).body).toMatchObject({ status, code, errors: [{ pointer }] });
    expect(await kept()).toEqual([]);
  });

  it('says in both languages what is missing', async () => {
    const said = async (language: string) => (await write(resident, { words: '' }, { 'accept-language': language })).body.errors[0].message;
    expect([await said('zh'), await said('en')]).toEqual(['请填写咨询内容（最多 2000 字）', 'Please fill in your own words (at most 2000 characters)']);
  });

  it('asks whoever has several homes which one it is about', async () => {
    const both = await desk.holding('resident', { homes: [desk.home, desk.otherHome] });
    expect((await write(both)).body).toMatchObject({ status: 400, code: 'home-not-yours' });
    expect((await write(both, { homeId: desk.otherHome })).body).toMatchObject({ homeId: desk.otherHome });
  });

  it('is for residents: the desk records what it hears', async () => {
    for (const who of [agent, lead, await desk.holding('technician')]) expect((await write(who)).status).toBe(403);
  });

  it('under one Idempotency-Key makes one', async () => {
    const headers = { 'idempotency-key': newId() };
    const [one, other] = await Promise.all([write(resident, {}, headers), write(resident, {}, headers)]);
    expect(one).toEqual(other);
    expect(await kept()).toHaveLength(1);
  });
});

describe('until the desk takes it, one person answers for it (G5)', () => {
  const owner = async (): Promise<string> => (await ownersOf(await written()))[0]!;

  it('whom the duty plan has at the desk, or else the lead, the duty officer, the director', async () => {
    const [officer, director] = [await desk.holding('duty-officer'), await desk.holding('director')];
    expect(await owner()).toBe(lead.personId);
    await away(lead);
    expect(await owner()).toBe(officer.personId);
    await away(officer);
    expect(await owner()).toBe(director.personId);
    await onDuty('desk', agent);
    expect(await owner()).toBe(agent.personId);
  });

  it('also when all of them are away, and nobody who has left', async () => {
    for (const who of [lead, agent]) await away(who);
    expect(await owner()).toBe(lead.personId);
    await reception.rows('INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, true)', [newId(), lead.personId]);
    expect(await owner()).toBe(agent.personId);
  });

  it('and where there is nobody at all it is refused, not lost', async () => {
    const empty = await Desk.open(reception);
    const theirs = await empty.resident();
    expect((await write(theirs)).body).toMatchObject({ status: 409, code: 'nobody-at-the-desk' });
    expect(await reception.rows('SELECT 1 FROM contact WHERE site_id = $1', [empty.siteId])).toEqual([]);
  });

  it('who takes it like anybody at the desk, or ends it at once, and cannot give it back to themselves', async () => {
    const leadAtDesk = await desk.holding('desk', { roles: ['desk', 'desk-lead'].map((role) => ({ role: role as Role, siteId: desk.siteId })) });
    await onDuty('desk', leadAtDesk);
    const id = await written();
    expect((await desk.act(id, 'return', leadAtDesk, { reason: 'x' })).body).toMatchObject({ status: 403, code: 'not-the-owner' });
    expect((await desk.act(id, 'answer', leadAtDesk, { answer: '好' })).status).toBe(200);
    const other = await written();
    expect((await desk.act(other, 'accept', leadAtDesk)).body).toMatchObject({ status: 'open', ownerId: leadAtDesk.personId });
    expect((await read(other)).body.status).toBe('in-hand');
    expect(new Set(await ownersOf(other))).toEqual(new Set([leadAtDesk.personId]));
  });

  it('goes on being offered to all of the desk, whoever of them would give it back', async () => {
    const id = await written();
    expect((await desk.act(id, 'return', agent, { reason: '需主管答复' })).status).toBe(403);
    expect((await read(id)).body.status).toBe('received');
    expect((await desk.act(id, 'accept', agent)).body).toMatchObject({ ownerId: agent.personId });
  });

  it('is not its writer’s to answer, who works here as well, while anybody else is there', async () => {
    const deskLead = { ...lead, homes: resident.homes, roles: [...lead.roles, ...resident.roles] };
    const { body } = await reception.ask('POST /api/enquiries', deskLead, { homeId: desk.home, words: '充电桩？' });
    expect(await ownersOf(body.id)).toEqual([agent.personId]);
  });

  it('of several at the desk who take it at once one has it', async () => {
    const others = [agent, await desk.holding('desk'), await desk.holding('desk')];
    for (let i = 0; i < 4; i += 1) {
      const id = await written();
      const told = await Promise.all(others.map((who) => desk.act(id, 'accept', who)));
      expect(told.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const taken = others[told.findIndex(({ status }) => status === 200)]!;
      expect(await ownersOf(id)).toEqual([lead.personId, taken.personId]);
      expect(await reception.told(id)).toEqual(['contact-recorded', 'contact-offered', 'contact-accepted']);
    }
  });

  it('reminds the owner, then whom they answer to, while nobody takes it', async () => {
    const director = await desk.holding('director');
    const now = await reception.now();
    const nine = new Date(now);
    nine.setUTCHours(24 + 9 - 8, 0, 0, 0);
    await reception.later((nine.getTime() - now.getTime()) / 1000);
    const id = await written();
    await reception.later(31 * 60);
    for (let day = 0; day < 4; day += 1) await reception.later(24 * 3600);
    const levels = (await reception.events(id)).filter(({ type, data }) => type === 'reception.contact-escalated.v1' && data.promise === 'accept');
    expect(levels.map(({ data }) => [data.to, (data.told as Array<{ personId: string }>).map(({ personId }) => personId)])).toEqual([
      ['responsible', [lead.personId]],
      ['desk-lead', [lead.personId]],
      ['director', [director.personId]],
      ['company', []],
    ]);
  });
});
