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

const list = async (query: string, who = agent) =>
  (await reception.ask(`GET /api/contacts?${query}`, who)).body as { items: Array<{ id: string }>; nextCursor: string | null };
const found = async (query: string, who = agent) => (await list(query, who)).items.map(({ id }) => id);

describe('taking a contact (W2.1)', () => {
  it('makes whoever takes it its owner, keeps the words apart from the summary, and announces no person', async () => {
    const resident = await desk.resident({ phone: '13800000000' });
    const told = await desk.record(agent, {
      channel: 'walk-in',
      caller: { phone: '138 0000 0000', name: '林女士' },
      summary: '问路灯维修时间',
      readBack: true,
    });
    expect(told).toMatchObject({
      status: 201,
      body: {
        number: expect.stringMatching(/^Q-\d{8}-\d+$/),
        status: 'open',
        ownerId: agent.personId,
        ownWords: '楼道的灯不亮，什么时候修？',
        summary: '问路灯维修时间',
        readBack: true,
        caller: { kind: 'resident', personId: resident.personId, homeId: desk.home, name: '林**', phone: '138****0000' },
        version: 1,
      },
    });
    const { id } = told.body;
    const [event] = await reception.events(id);
    expect(event).toMatchObject({ type: 'reception.contact-recorded.v1', data: { caller: 'resident', ownerId: agent.personId } });
    for (const personal of [resident.personId, desk.home, '13800000000', '林女士', '楼道']) expect(JSON.stringify(event)).not.toContain(personal);
    const [row] = await reception.rows<{ caller_cipher: string }>('SELECT caller_cipher FROM contact WHERE id = $1', [id]);
    expect(row!.caller_cipher).not.toContain('13800000000');
  });

  it.each([
    ['of two people with one number the one who lives in the home that was told', true, 'resident'],
    ['nobody where it could be either', false, 'stranger'],
  ])('matches %s', async (_, homeTold, kind) => {
    const one = await desk.resident({ phone: '13800000001' });
    await desk.resident({ phone: '13800000001', homeIds: [desk.otherHome] });
    const { body } = await desk.record(agent, { caller: { phone: '13800000001', ...(homeTold && { homeId: desk.home }) } });
    expect(body.caller).toMatchObject({ kind, personId: homeTold ? one.personId : null });
  });

  it.each([
    ['a person nobody knows', { caller: { personId: newId() } }, 400, 'caller-unknown', '/caller/personId'],
    ['a home of another site', { caller: { homeId: 'elsewhere' } }, 400, 'contact-place-unknown', '/caller/homeId'],
    ['an unknown channel', { channel: 'telepathy' }, 400, 'invalid-fields', '/channel'],
    ['no words', { ownWords: '  ' }, 400, 'invalid-fields', '/ownWords'],
    ['a field for a photo of a face', { face: 'x' }, 400, 'invalid-fields', '/face'],
  ])('refuses %s and keeps nothing', async (_, more, status, code, pointer) => {
    const elsewhere = newId();
    await reception.rows(`INSERT INTO place (id, site_id, kind, label, label_en) VALUES ($1, $2, 'home', '1', '1')`, [elsewhere, newId()]);
    const said = 'caller' in more && 'homeId' in more.caller ? { caller: { homeId: elsewhere } } : more;
    expect(await desk.record(agent, said)).toMatchObject({ status, body: { code, errors: [{ pointer }] } });
    expect(await reception.rows('SELECT 1 FROM contact WHERE site_id = $1', [desk.siteId])).toEqual([]);
  });

  it('is for the desk and its leads, on their own site', async () => {
    for (const role of ['clerk', 'technician', 'resident'] as const) expect((await desk.record(await desk.holding(role))).status).toBe(403);
    const elsewhere = await Desk.open(reception);
    expect((await elsewhere.record(agent)).status).toBe(403);
  });

  it('under one Idempotency-Key makes one', async () => {
    const headers = { 'idempotency-key': newId() };
    const [one, other] = await Promise.all([desk.record(agent, {}, headers), desk.record(agent, {}, headers)]);
    expect(one).toEqual(other);
    expect(await reception.rows('SELECT 1 FROM contact WHERE site_id = $1', [desk.siteId])).toHaveLength(1);
  });
});

describe('finding contacts', () => {
  it.each(['灯不亮', '何建国', '何 建国', 'hejianguo', '灯', '楼道', 'elevator', 'ＥＬＥＶ', '13800000009', '＋８６　１３８０－０００－０００９'])('by %s', async (q) => {
    const id = await desk.recorded(agent, { ownWords: '楼道的灯不亮 Elevator', caller: { name: '何建国', phone: '13800000009' } });
    await desk.recorded(agent, { ownWords: '门锁坏了' });
    expect(await found(`siteId=${desk.siteId}&q=${encodeURIComponent(q)}`)).toEqual([id]);
  });

  it('not by a part of the name they told, which is kept as keyed hashes alone', async () => {
    const id = await desk.recorded(agent, { caller: { name: '何建国' } });
    for (const q of ['何建', '建国', 'hejian', '何建国强']) expect([q, await found(`siteId=${desk.siteId}&q=${encodeURIComponent(q)}`)]).toEqual([q, []]);
    const [row] = await reception.rows<{ whole: string }>('SELECT contact::text AS whole FROM contact WHERE id = $1', [id]);
    expect(row!.whole).not.toMatch(/何建国|hejianguo/);
  });

  it('page by page, newest first, each once, also while new ones come in', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) ids.unshift(await desk.recorded(agent));
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(`limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      await desk.recorded(agent);
    } while (cursor !== null);
    expect(seen).toEqual(ids);
  });

  it('shows nobody what is of another site (I11)', async () => {
    const id = await desk.recorded(agent);
    const elsewhere = await Desk.open(reception);
    const stranger = await elsewhere.holding('desk');
    expect(await found('limit=100', stranger)).toEqual([]);
    expect((await elsewhere.read(id, stranger)).status).toBe(404);
    expect((await elsewhere.act(id, 'answer', stranger, { answer: '好' })).status).toBe(404);
  });
});

describe('who called (G7)', () => {
  it('is masked, and given in full to the desk: each look is audited', async () => {
    const id = await desk.recorded(agent, { caller: { name: '王敏', phone: '13800000002' } });
    expect((await desk.read(id, agent)).body.caller).toMatchObject({ kind: 'stranger', name: '王*', phone: '138****0002' });
    expect(await reception.ask(`GET /api/contacts/${id}/caller`, agent)).toMatchObject({ status: 200, body: { name: '王敏', phone: '13800000002' } });
    expect(await reception.rows('SELECT actor_id, operation FROM audit WHERE object_id = $1', [id])).toEqual([
      { actor_id: agent.personId, operation: 'reception.readCaller' },
    ]);
    expect((await reception.ask(`GET /api/contacts/${id}/caller`, await (await Desk.open(reception)).holding('desk'))).status).toBe(404);
  });

  it('is given to a service for a purpose, which is audited, and read from directory where the caller told nothing', async () => {
    const resident = await desk.resident();
    const id = await desk.recorded(agent, { caller: { personId: resident.personId } });
    expect(await reception.askInside(readCallerPath, { contactId: id, purpose: 'call back' })).toMatchObject({
      status: 200,
      body: { personId: resident.personId, homeId: desk.home, name: '林晓雨', phone: '13900001111' },
    });
    expect(await reception.rows('SELECT details FROM audit WHERE object_id = $1', [id])).toMatchObject([
      { details: { service: 'tickets', purpose: 'call back' } },
    ]);
    expect((await reception.askInside(readCallerPath, { contactId: newId(), purpose: 'x' })).body).toEqual({ personId: null, homeId: null, name: null, phone: null });
  });
});
