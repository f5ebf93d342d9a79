import { announced as heardOf, type Told } from '@property-office/service-testing';
import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

const hour = 3_600_000;
let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let resident: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, resident] = [await desk.holding('desk'), await desk.resident()];
});
afterAll(() => reception.close());

async function announce(who: Principal, more: object = {}): Promise<Told> {
  const now = (await reception.now()).getTime();
  const window = { from: new Date(now).toISOString(), until: new Date(now + 2 * hour).toISOString() };
  const said = { siteId: desk.siteId, kind: 'resident-guest', homeId: desk.home, name: '何建国', phone: '13700000000', purpose: '走亲戚', ...window };
  return reception.ask('POST /api/visitors', who, { ...said, ...more });
}
const announced = async (who = agent, more: object = { hostId: resident.personId }): Promise<string> => {
  const { status, body } = await announce(who, more);
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id as string;
};
const act = (id: string, verb: string, who: Principal, body: object = {}) => reception.ask(`POST /api/visitors/${id}/${verb}`, who, body);
const admit = (passCode: string, who = agent) => reception.ask('POST /api/visitors/admit', who, { siteId: desk.siteId, passCode });
const read = (id: string, who = agent) => reception.ask(`GET /api/visitors/${id}`, who);
const list = async (query: string, who = agent) => (await reception.ask(`GET /api/visitors?siteId=${desk.siteId}&${query}`, who)).body.items.map(({ id }: { id: string }) => id) as string[];

describe('announcing a visitor (W2.1)', () => {
  it('makes the guest of a resident expected when the resident says so, and not before when the desk does', async () => {
    expect(await announce(resident)).toMatchObject({ status: 201, body: { number: expect.stringMatching(/^V-\d{8}-\d+$/), status: 'expected', guest: { name: '何**', phone: '137****0000' } } });
    const id = await announced();
    expect((await act(id, 'pass', agent)).body).toMatchObject({ status: 409, code: 'visitor-move-illegal' });
    expect((await act(id, 'confirm', resident)).body.status).toBe('expected');
    expect(JSON.stringify(await reception.events(id))).not.toMatch(/何建国|13700000000|走亲戚/);
  });

  it('lets the desk enter what a host said who was asked, as done for them (G1)', async () => {
    const id = await announced();
    expect((await act(id, 'confirm', agent)).body).toMatchObject({ status: 403, code: 'not-the-host' });
    expect((await act(id, 'confirm', agent, { hostAsked: true })).body.status).toBe('expected');
    expect((await reception.events(id)).at(-1)).toMatchObject({ actor_role: 'desk', actor_for: resident.personId });
    const other = await announced();
    expect((await act(other, 'decline', resident)).body.status).toBe('declined');
    expect((await act(other, 'confirm', resident)).status).toBe(409);
  });

  it('says who is to be told what the host said: whoever announced them', async () => {
    for (const [verb, fact] of [['confirm', 'confirmed'], ['decline', 'declined']] as const) {
      const id = await announced();
      await act(id, verb, resident);
      expect((await reception.events(id)).at(-1)).toMatchObject({ type: `reception.visitor-${fact}.v1`, data: { announcedById: agent.personId } });
    }
  });

  it('is found by number, words of the purpose and whole name, by whoever may see the visit', async () => {
    const id = await announced();
    await announced(agent, { hostId: resident.personId, name: '何建', purpose: '送货' });
    for (const q of ['何建国', 'hejianguo', '走亲', '走亲戚']) expect([q, await list(`q=${encodeURIComponent(q)}`)]).toEqual([q, [id]]);
    expect(await list(`q=${encodeURIComponent('建国')}`)).toEqual([]);
    expect(await list(`q=${encodeURIComponent('何建国')}`, await desk.resident())).toEqual([]);
  });

  it("keeps the office's own guests apart", async () => {
    const clerk = await desk.holding('clerk');
    const { body } = await announce(agent, { kind: 'office-guest', hostId: clerk.personId, homeId: undefined });
    expect(body).toMatchObject({ kind: 'office-guest', homeId: null, status: 'announced' });
    await announce(resident);
    expect(await list('kind=office-guest')).toEqual([body.id]);
    expect((await act(body.id, 'confirm', clerk)).body.status).toBe('expected');
  });

  it.each([
    ['a host who does not live there', () => ({ hostId: newId() }), 'host-unknown', '/hostId'],
    ['a resident’s guest without a home', () => ({ homeId: undefined, hostId: resident.personId }), 'host-unknown', '/homeId'],
    ['an office guest of a resident', () => ({ kind: 'office-guest', homeId: undefined, hostId: resident.personId }), 'host-unknown', '/hostId'],
    ['a visit that ends before it begins', () => ({ hostId: resident.personId, until: '2020-01-01T00:00:00Z' }), 'visit-window-impossible', '/until'],
    ['a visit in years', () => ({ hostId: resident.personId, from: '2099-01-01T00:00:00Z', until: '2099-01-02T00:00:00Z' }), 'visit-window-impossible', '/from'],
    ['an identity card in the name', () => ({ hostId: resident.personId, name: '何 11010519491231002X' }), 'identity-card-refused', '/name'],
    ['an identity card in the purpose', () => ({ hostId: resident.personId, purpose: '证件 110105 19491231 0021' }), 'identity-card-refused', '/purpose'],
    ['a field for an identity card', () => ({ hostId: resident.personId, idCard: '1' }), 'invalid-fields', '/idCard'],
    ['a field for a face', () => ({ hostId: resident.personId, facePhoto: '1' }), 'invalid-fields', '/facePhoto'],
  ])('refuses %s', async (_, more, code, pointer) => {
    expect((await announce(agent, more())).body).toMatchObject({ status: 400, code, errors: [{ pointer }] });
    expect(await list('')).toEqual([]);
  });

  it('is of their own for residents', async () => {
    const neighbour = await desk.resident({ homeIds: [desk.otherHome] });
    expect((await announce(neighbour)).body).toMatchObject({ status: 400, code: 'host-unknown' });
    expect((await announce(neighbour, { hostId: resident.personId })).body).toMatchObject({ status: 400, code: 'host-unknown' });
    const id = await announced();
    for (const told of [await read(id, neighbour), await act(id, 'confirm', neighbour), await act(id, 'pass', neighbour)]) expect(told.status).toBe(404);
    expect(await list('', neighbour)).toEqual([]);
    expect(await list('', resident)).toEqual([id]);
    for (const verb of ['admit', 'see-out']) expect((await act(id, verb, resident)).status).toBe(403);
  });

  it('has no column for a face or an identity card', async () => {
    const columns = await reception.rows<{ name: string }>(`SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'reception'`);
    expect(columns.filter(({ name }) => /face|photo|id_?card|identity/i.test(name))).toEqual([]);
  });
});

describe('coming and going', () => {
  it('takes a pass that is shown once, kept as a hash and void when another is issued', async () => {
    const id = await announced(resident);
    const first = (await act(id, 'pass', resident)).body as { passCode: string; qr: string };
    expect(first.passCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(first.qr).toMatch(/^<svg[^>]+>/);
    const kept = JSON.stringify(await reception.rows('SELECT to_jsonb(v) AS v FROM visitor v WHERE id = $1', [id]));
    expect(kept).not.toContain(first.passCode);
    expect(kept).not.toContain(first.passCode.replaceAll('-', ''));
    expect(await reception.rows('SELECT 1 FROM idempotency WHERE convert_from(body, \'UTF8\') LIKE $1', [`%${first.passCode}%`]).catch(() => [])).toEqual([]);
    const second = (await act(id, 'pass', agent)).body as { passCode: string };
    expect((await admit(first.passCode)).body).toMatchObject({ status: 404, code: 'pass-unknown' });
    expect((await admit(second.passCode.toLowerCase().replaceAll('-', ' '))).body).toMatchObject({ status: 'inside', cameAt: expect.any(String), hasPass: false });
    expect((await admit(second.passCode)).status).toBe(404);
    expect(await list('status=inside')).toEqual([id]);
    expect((await act(id, 'see-out', agent)).body).toMatchObject({ status: 'left', leftAt: expect.any(String) });
    expect(await list('status=inside')).toEqual([]);
  });

  it('lets in whoever is expected, within the window, without a pass too', async () => {
    const now = (await reception.now()).getTime();
    const tomorrow = { hostId: resident.personId, from: new Date(now + 24 * hour).toISOString(), until: new Date(now + 26 * hour).toISOString() };
    const id = await announced(resident, tomorrow);
    const { passCode } = (await act(id, 'pass', resident)).body as { passCode: string };
    expect((await admit(passCode)).body).toMatchObject({ status: 409, code: 'outside-the-window' });
    expect((await act(id, 'see-out', agent)).body).toMatchObject({ status: 409, detail: expect.stringContaining('expected') });
    await reception.later(25 * 3600);
    expect((await act(id, 'admit', agent)).body.status).toBe('inside');
  });

  it('by two who scan one pass at once is one arrival', async () => {
    const id = await announced(resident);
    const { passCode } = (await act(id, 'pass', resident)).body as { passCode: string };
    const told = await Promise.all([admit(passCode), admit(passCode), admit(passCode)]);
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await reception.told(id)).filter((type) => type === 'visitor-came')).toHaveLength(1);
  });

  it('is not by the pass of another site', async () => {
    const id = await announced(resident);
    const { passCode } = (await act(id, 'pass', resident)).body as { passCode: string };
    const elsewhere = await Desk.open(reception);
    const stranger = await elsewhere.holding('desk');
    expect((await reception.ask('POST /api/visitors/admit', stranger, { siteId: desk.siteId, passCode })).status).toBe(404);
    expect((await reception.ask('POST /api/visitors/admit', stranger, { siteId: elsewhere.siteId, passCode })).status).toBe(404);
  });

  it('after the window: who did not come is missed, who is inside stays too long, each told once', async () => {
    const [missed, inside, left, cancelled] = [await announced(resident), await announced(resident), await announced(resident), await announced(resident)];
    for (const id of [inside, left]) await act(id, 'admit', agent);
    await act(left, 'see-out', agent);
    await act(cancelled, 'cancel', resident);
    await reception.later(3 * 3600);
    await reception.later(3 * 3600);
    expect((await read(missed)).body).toMatchObject({ status: 'missed' });
    expect((await read(inside)).body).toMatchObject({ status: 'inside', overstayedAt: expect.any(String) });
    expect(await list('overstayed=true')).toEqual([inside]);
    expect((await reception.told(inside)).filter((type) => type === 'visitor-overstayed')).toHaveLength(1);
    expect((await act(missed, 'admit', agent)).status).toBe(409);
    expect((await act(inside, 'see-out', agent)).body.status).toBe('left');
    for (const id of [left, cancelled]) expect((await reception.told(id)).filter((type) => /missed|overstayed/.test(type))).toEqual([]);
  });
});

describe('a host who moves out (W2.6)', () => {
  const durables = ['reception__ties_v1', 'reception__leaving_hosts_v1'];
  const at = (hours: number, now: Date) => new Date(now.getTime() + hours * hour).toISOString();
  const tie = (until: string | null, more: object = {}) => ({ tieId: newId(), personId: resident.personId, homeId: desk.home, kind: 'tenant' as const, from: '2020-01-01T00:00:00.000Z', until, ...more });
  type Tie = ReturnType<typeof tie>;
  const says = async (fact: 'started' | 'ended' | 'expired', data: Tie, aggregateversion = 1) => {
    const event = heardOf(`directory.tie-${fact}.v1`, data.tieId, desk.siteId, data, { aggregateversion });
    expect(await reception.hear(event, durables)).not.toContainEqual(expect.objectContaining({ kind: 'nak' }));
  };

  it('has no guests there any more: what was announced is cancelled, and its pass good for nothing; other homes and hosts are not concerned', async () => {
    const now = await reception.now();
    const neighbour = await desk.resident();
    const [expected, waiting, others] = [await announced(resident), await announced(), await announced(neighbour, {})];
    const { passCode } = (await act(expected, 'pass', resident)).body as { passCode: string };
    const lived = tie(null);
    await says('started', lived);
    await says('ended', { ...lived, until: at(0, now) }, 2);
    expect(await Promise.all([expected, waiting, others].map(async (id) => (await read(id)).body.status))).toEqual(['cancelled', 'cancelled', 'expected']);
    expect((await reception.events(expected)).at(-1)).toMatchObject({ type: 'reception.visitor-cancelled.v1', actor_role: 'system' });
    expect((await admit(passCode)).status).toBe(404);
  });

  it('later keeps the guests of before, until the day has come', async () => {
    const now = await reception.now();
    const [before, across, after] = [
      await announced(resident),
      await announced(resident, { from: at(0, now), until: at(48, now) }),
      await announced(resident, { from: at(30, now), until: at(48, now) }),
    ];
    const lived = tie(null);
    await says('started', lived);
    await says('ended', { ...lived, until: at(24, now) }, 2);
    const states = () => Promise.all([before, across, after].map(async (id) => (await read(id)).body.status));
    expect(await states()).toEqual(['expected', 'expected', 'cancelled']);
    await reception.later(24 * 3600 + 60);
    // Before it is heard that the day has come.
    expect((await act(across, 'admit', agent)).body).toMatchObject({ status: 409, code: 'host-moved-out' });
    await says('expired', { ...lived, until: at(24, now) }, 3);
    expect(await states()).toEqual(['missed', 'cancelled', 'cancelled']);
  });

  it('later than was said at first keeps the guests until then, in whatever order it is heard', async () => {
    const now = await reception.now();
    const id = await announced(resident, { from: at(30, now), until: at(40, now) });
    const lived = tie(null);
    await says('started', lived);
    await says('ended', { ...lived, until: at(48, now) }, 3);
    await says('ended', { ...lived, until: at(24, now) }, 2);
    expect((await read(id)).body.status).toBe('expected');
    await reception.later(31 * 3600);
    expect((await act(id, 'admit', agent)).body.status).toBe('inside');
  });

  it('and stays by another tie, keeps them', async () => {
    const now = await reception.now();
    const id = await announced(resident, { from: at(30, now), until: at(48, now) });
    const lived = tie(at(24, now));
    await says('started', lived);
    await says('started', tie(null, { from: at(24, now), kind: 'owner' }));
    await says('expired', lived, 2);
    expect((await read(id)).body.status).toBe('expected');
    await reception.later(31 * 3600);
    expect((await act(id, 'admit', agent)).body.status).toBe('inside');
  });
});

describe('after their retention', () => {
  it('who came is forgotten although nobody saw them out, and may still be seen out (G7)', async () => {
    const [stays, late] = [await announced(resident), await announced(resident)];
    for (const id of [stays, late]) await act(id, 'admit', agent);
    await reception.later(3 * 3600);
    await reception.later(10 * 24 * 3600);
    await act(late, 'see-out', agent);
    await reception.later(21 * 24 * 3600);
    expect((await read(stays)).body).toMatchObject({ status: 'inside', guest: null, purpose: null });
    // From when they were seen out.
    expect((await read(late)).body.guest).not.toBeNull();
    expect((await act(stays, 'see-out', agent)).body.status).toBe('left');
    await reception.later(31 * 24 * 3600);
    for (const id of [stays, late]) expect((await reception.told(id)).filter((type) => type === 'visitor-forgotten')).toHaveLength(1);
  });

  it('who came is forgotten, that somebody came is not (G7)', async () => {
    const id = await announced(resident);
    await act(id, 'admit', agent);
    await act(id, 'see-out', agent);
    expect((await reception.ask(`GET /api/visitors/${id}/guest`, agent)).body).toEqual({ name: '何建国', phone: '13700000000' });
    expect(await reception.rows('SELECT actor_id FROM audit WHERE object_id = $1', [id])).toEqual([{ actor_id: agent.personId }]);
    await reception.later(29 * 24 * 3600);
    expect((await read(id)).body.guest).not.toBeNull();
    await reception.later(2 * 24 * 3600);
    expect((await read(id)).body).toMatchObject({ status: 'left', guest: null, purpose: null, partySize: 1, cameAt: expect.any(String) });
    expect((await reception.ask(`GET /api/visitors/${id}/guest`, agent)).status).toBe(404);
    expect(await reception.told(id)).toContain('visitor-forgotten');
    expect(await list(`q=${encodeURIComponent('何建国')}`)).toEqual([]);
    const [row] = await reception.rows('SELECT person_cipher, name_index, purpose, search_text FROM visitor WHERE id = $1', [id]);
    expect(row).toMatchObject({ person_cipher: null, name_index: [], purpose: null, search_text: expect.stringMatching(/^v-\d+-\d+$/) });
    expect(await list(`q=${encodeURIComponent('走亲戚')}`)).toEqual([]);
  });
});
