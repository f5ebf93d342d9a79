import type { Principal } from '@property-office/contracts';
import { derivedId, newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { LinkedVisitors1766700000000 } from './persistence/migrations/1766700000000-linked-visitors.migration';
import { ToldHosts1766800300000 } from './persistence/migrations/1766800300000-told-hosts.migration';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;
let host: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  [agent, host] = [await desk.holding('desk'), await desk.resident({ phone: '13800000005' })];
});
afterAll(() => reception.close());

/** A guest of the resident of the home, for an hour. */
async function visitor(more: object = {}): Promise<object> {
  const now = await reception.now();
  return { kind: 'resident-guest', hostId: host.personId, name: '何先生', from: now.toISOString(), until: new Date(now.getTime() + 3_600_000).toISOString(), ...more };
}
const call = (more: object = {}) => desk.recorded(agent, { ownWords: '明天有朋友来', caller: { phone: '13800000005' }, ...more });
const convert = async (id: string, more: object = {}, headers: Record<string, string> = {}) => desk.act(id, 'convert', agent, { to: 'visitor', visitor: await visitor(), ...more }, headers);
const read = async (id: string, who = agent) => (await reception.ask(`GET /api/visitors/${id}`, who)).body;
const made = (contactId: string) => reception.rows('SELECT id FROM visitor WHERE contact_id = $1', [contactId]);

describe('a contact becomes a visitor (W2.1)', () => {
  it('who has a number at once, with nothing retyped and no attachment lost, each linked to the other', async () => {
    const attachmentIds = [newId(), newId()];
    const id = await call({ attachmentIds });
    const { body } = await convert(id);
    const visitorId = derivedId(id, 'visitor');
    expect(body.convertedTo).toMatchObject({ kind: 'visitor', id: visitorId });
    expect((await desk.read(id, agent)).body.convertedTo.number).toMatch(/^V-/);
    const seen = { status: 'announced', homeId: desk.home, hostId: host.personId, guest: { name: '何**' }, note: '明天有朋友来', contactId: id };
    expect(await read(visitorId)).toMatchObject({ ...seen, attachments: attachmentIds.map((attachmentId) => ({ id: attachmentId, url: expect.stringContaining(attachmentId) })) });
    expect(await read(visitorId, host)).toMatchObject({ ...seen, attachments: [{ id: attachmentIds[0] }, { id: attachmentIds[1] }] });
    const [announced] = await reception.events(visitorId);
    expect(announced!.data).toMatchObject({ contactId: id, attachmentIds });
    expect(JSON.stringify(announced)).not.toContain('朋友');
    const found = async (q: string) => (await reception.ask(`GET /api/visitors?siteId=${desk.siteId}&q=${encodeURIComponent(q)}`, agent)).body.items.map((each: { id: string }) => each.id);
    expect([await found('朋友来'), await found('同事来')]).toEqual([[visitorId], []]);
  });

  it('whose host is told nothing of what another caller said or sent (G7)', async () => {
    const id = await desk.recorded(agent, { ownWords: '我是他前妻，明天去找他', caller: { phone: '13700000009', name: '何女士' }, attachmentIds: [newId()] });
    await convert(id, { visitor: await visitor({ homeId: desk.home }) });
    const visitorId = derivedId(id, 'visitor');
    expect(await read(visitorId)).toMatchObject({ note: '我是他前妻，明天去找他', attachments: [{}] });
    const told = { note: null, attachments: [] };
    expect(await read(visitorId, host)).toMatchObject({ ...told, status: 'announced', guest: { name: '何**' } });
    const listed = await reception.ask(`GET /api/visitors?siteId=${desk.siteId}`, host);
    expect(listed.body.items).toMatchObject([{ id: visitorId, note: null }]);
    expect((await reception.ask(`POST /api/visitors/${visitorId}/confirm`, host)).body).toMatchObject({ status: 'expected', note: null });
    expect(JSON.stringify([await read(visitorId, host), listed])).not.toContain('前妻');
  });

  it('in the words of the desk where it put it otherwise, and of whoever announces one without a contact in none', async () => {
    const id = await call();
    await convert(id, { description: '业主的朋友' });
    expect(await read(derivedId(id, 'visitor'))).toMatchObject({ note: '业主的朋友' });
    const { body } = await reception.ask('POST /api/visitors', agent, { siteId: desk.siteId, homeId: desk.home, ...(await visitor()) });
    expect(await read(body.id)).toMatchObject({ note: null, contactId: null, attachments: [] });
  });

  it.each(['under one key', 'without a key'])('once, however often and at once it is clicked: %s', async (how) => {
    const id = await call({ attachmentIds: [newId()] });
    const key: Record<string, string> = how === 'under one key' ? { 'idempotency-key': newId() } : {};
    const said = { visitor: await visitor() };
    const clicks = [...(await Promise.all([1, 2, 3].map(() => convert(id, said, key)))), await convert(id, said, key)];
    expect(new Set(clicks.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(clicks[0]!.status).toBe(200);
    expect(await made(id)).toHaveLength(1);
    expect(await reception.told(derivedId(id, 'visitor'))).toEqual(['visitor-announced']);
  });

  it('and not again as somebody else, elsewhere or at another time: what it became is told instead', async () => {
    const id = await call();
    const happenedAt = new Date(Date.now() - 60_000).toISOString();
    const said = await visitor();
    const other = await desk.resident();
    expect((await convert(id, { visitor: said })).status).toBe(200);
    for (const more of [{ hostId: other.personId }, { homeId: desk.otherHome }, { name: '王先生' }, { partySize: 3 }])
      expect((await convert(id, { visitor: { ...said, ...more } })).body).toMatchObject({ status: 409, code: 'converted-otherwise', detail: expect.stringContaining('visitor') });
    expect((await convert(id, { visitor: said, description: '改口' })).body).toMatchObject({ status: 409, code: 'converted-otherwise' });
    // The same in another order, entered as of another minute, is the same.
    const turned = Object.fromEntries(Object.entries(said).toReversed());
    expect((await convert(id, { visitor: turned, happenedAt })).status).toBe(200);
    expect(await reception.told(derivedId(id, 'visitor'))).toEqual(['visitor-announced']);
  });

  it('nor with what belongs to another kind, which nobody would read', async () => {
    const id = await call();
    expect((await convert(id, { repair: { category: 'light' } })).body).toMatchObject({ status: 400, code: 'conversion-of-another-kind', errors: [{ pointer: '/repair' }] });
    expect((await convert(id, { complaint: {}, place: desk.lobby })).body).toMatchObject({ status: 400, errors: [{ pointer: '/complaint' }, { pointer: '/place' }] });
    for (const to of ['complaint', 'suggestion', 'repair-request']) expect((await convert(id, { to })).body).toMatchObject({ status: 400, errors: [{ pointer: '/visitor' }] });
    expect((await desk.read(id, agent)).body).toMatchObject({ status: 'open', version: 1 });
  });

  it.each([
    ['/visitor/hostId', () => ({ hostId: newId() })],
    ['/visitor/homeId', () => ({ kind: 'office-guest', homeId: desk.home })],
    ['/visitor/name', () => ({ name: '11010519491231002X' })],
    ['/visitor/until', () => ({ until: '2020-01-01T00:00:00Z' })],
  ])('and says where of the conversion a field is wrong: %s', async (pointer, wrong) => {
    expect((await convert(await call(), { visitor: await visitor(wrong()) })).body).toMatchObject({ status: 400, errors: [{ pointer }] });
  });

  it('or neither is there: what breaks off before the end leaves the contact open and no visitor', async () => {
    const id = await call();
    await reception.admin.query(`ALTER TABLE contact ADD CONSTRAINT dies CHECK (state <> 'converted') NOT VALID`);
    expect((await convert(id)).status).toBe(500);
    await reception.admin.query('ALTER TABLE contact DROP CONSTRAINT dies');
    expect([(await desk.read(id, agent)).body.status, await made(id)]).toEqual(['open', []]);
    expect((await convert(id)).status).toBe(200);
    expect(await made(id)).toHaveLength(1);
  });

  it('not with the number of an identity card in the words (W2.1)', async () => {
    const id = await call({ ownWords: '我是 11010519491231002X，明天来' });
    expect((await convert(id)).body).toMatchObject({ status: 400, code: 'identity-card-refused', errors: [{ pointer: '/description' }] });
    expect((await convert(id, { description: '明天来' })).status).toBe(200);
  });

  it('whose words and attachments are forgotten with them (G7)', async () => {
    const id = await call({ attachmentIds: [newId()] });
    const visitorId = derivedId(id, 'visitor');
    await convert(id);
    await reception.ask(`POST /api/visitors/${visitorId}/decline`, host);
    for (let month = 0; month < 13; month += 1) await reception.later(31 * 24 * 3600);
    expect(await read(visitorId)).toMatchObject({ guest: null, note: null, attachments: [] });
    expect(await reception.rows(`SELECT 1 FROM visitor WHERE id = $1 AND (note IS NOT NULL OR search_text LIKE '%朋友%')`, [visitorId])).toEqual([]);
  });

  it('those of before the upgrade get the words and attachments that neither has forgotten', async () => {
    const attachmentIds = [newId()];
    const [id, forgotten] = [await call({ attachmentIds }), await call({ attachmentIds })];
    for (const each of [id, forgotten]) await convert(each, { description: '业主的朋友' });
    const visitorOf = (contactId: string) => read(derivedId(contactId, 'visitor'));
    await reception.rows(
      `UPDATE contact SET own_words = '', summary = NULL, caller_cipher = NULL, phone_index = NULL, person_id = NULL, home_id = NULL, attachment_ids = '{}', forgotten_at = platform.now() WHERE id = $1`,
      [forgotten],
    );
    const runner = { query: (sql: string) => reception.admin.query(sql) } as never;
    for (const migration of [new LinkedVisitors1766700000000(), new ToldHosts1766800300000()]) {
      await migration.down(runner);
      await migration.up(runner);
    }
    expect(await visitorOf(id)).toMatchObject({ note: '业主的朋友', attachments: [{ id: attachmentIds[0] }] });
    expect(await read(derivedId(id, 'visitor'), host)).toMatchObject({ note: '业主的朋友' });
    expect(await visitorOf(forgotten)).toMatchObject({ note: null, attachments: [] });
  });
});
