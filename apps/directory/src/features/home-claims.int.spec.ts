import type { Principal } from '@property-office/contracts';
import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;
let desk: Principal;
let number = 0;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
  const clerk = await office.person(site, { name: '孙丽' });
  await office.role(clerk, 'desk', site);
  desk = holding('desk', site, { personId: clerk });
});
afterAll(() => directory.close());

const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
const newPhone = () => `137${String((number += 1)).padStart(8, '0')}`;
const newcomer = async () => {
  const { token, principal } = await directory.enter(newPhone());
  return { asking: { token: token as string }, id: principal.id as string };
};
const claim = (asking: object, body: object) =>
  directory.ask('POST /api/home-claims', { name: '陈晨', kind: 'tenant', ...body }, asking);
const claimed = async (asking: object, body: object) => {
  const { status, body: made } = await claim(asking, body);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(made)}`);
  return made.id as string;
};
const decide = (id: string, act: 'confirm' | 'refuse' | 'withdraw', body: object, asking: object) =>
  directory.ask(`POST /api/home-claims/${id}/${act}`, body, asking);
const listed = async (asking: object, query = '') =>
  (await directory.done(`GET /api/home-claims${query}`, undefined, asking)).items;
const events = (id: string) =>
  directory.rows<{ type: string; data: object }>(
    'SELECT type, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
    [id],
  );
/** An owner of a home, signed in. */
async function ownerOf(home: string, more: object = {}) {
  const phone = newPhone();
  const person = await office.person(site, { name: '房东', phone });
  const tie = await office.tie(person, home, { from: day(-100), ...more });
  const { token } = await directory.enter(phone);
  return { asking: { token: token as string }, id: person, tie };
}

test('a claim is confirmed by the desk: the tie begins, and the claimant is a resident at once', async () => {
  const home = await office.home(site);
  const { asking, id: person } = await newcomer();
  const id = await claimed(asking, { homeId: home, kind: 'owner', note: '刚买的房' });
  expect(await listed(as(desk), '?status=pending')).toMatchObject([
    { id, name: '陈晨', status: 'pending', phone: expect.stringMatching(/^137\*{4}\d{4}$/), homeId: home },
  ]);
  const confirmed = await decide(id, 'confirm', {}, as(desk));
  expect([confirmed.status, confirmed.body.status, confirmed.body.version]).toEqual([200, 'confirmed', 2]);
  const me = await directory.done('GET /api/sessions/current', undefined, asking);
  expect(me).toMatchObject({
    name: '陈晨',
    roles: [{ role: 'resident', siteId: site }],
    homes: [{ id: home }],
  });
  const told = await events(id);
  expect(told).toMatchObject([
    {
      type: 'directory.home-claimed.v1',
      data: { claimId: id, personId: person, homeId: home, kind: 'owner' },
    },
    { type: 'directory.home-claim-confirmed.v1', data: { tieId: confirmed.body.tieId } },
  ]);
  expect(JSON.stringify(told)).not.toMatch(/陈晨|刚买的房/);
  expect(await events(confirmed.body.tieId)).toMatchObject([{ type: 'directory.tie-started.v1' }]);
});

test('a refusal has a reason, which the claimant reads, and who was refused claims again', async () => {
  const home = await office.home(site);
  const { asking } = await newcomer();
  const id = await claimed(asking, { homeId: home });
  expect((await decide(id, 'refuse', {}, as(desk))).body.errors).toMatchObject([{ pointer: '/reason' }]);
  expect((await decide(id, 'refuse', { reason: '没有租约' }, as(desk))).status).toBe(200);
  expect(await listed(asking)).toMatchObject([{ id, status: 'refused', reason: '没有租约' }]);
  expect((await directory.done('GET /api/sessions/current', undefined, asking)).roles).toEqual([]);
  expect((await claim(asking, { homeId: home })).status).toBe(201);
});

test('of two who confirm one claim at once, one does, and there is one tie', async () => {
  const home = await office.home(site);
  const { asking, id: person } = await newcomer();
  const id = await claimed(asking, { homeId: home });
  const lead = await office.person(site);
  const told = await Promise.all([
    decide(id, 'confirm', {}, as(desk)),
    decide(id, 'confirm', {}, as({ ...holding('desk-lead', site), personId: lead })),
    decide(id, 'refuse', { reason: '不对' }, as(desk)),
  ]);
  expect(told.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  const late = told.find(({ status }) => status === 409)!.body;
  expect(late.code).toBe('claim-move-illegal');
  expect(late.detail).toMatch(/现在可以：没有/);
  const ties = await directory.rows('SELECT 1 FROM tie WHERE person_id = $1', [person]);
  expect(ties.length).toBe((await listed(asking))[0].status === 'confirmed' ? 1 : 0);
});

test('the answer does not tell whether words name a home; the desk sees which, or chooses', async () => {
  const building = await office.place('building', site, '3栋');
  const entrance = await office.place('entrance', building, '2单元');
  const home = await office.home(entrance, '501');
  const { asking } = await newcomer();
  const place = { building: '３栋', entrance: '2单元', home: '501' };
  const real = await claim(asking, { siteId: site, place });
  const unreal = await claim(asking, { siteId: site, place: { ...place, home: '999' } });
  const shape = ({ body }: typeof real) => ({ ...body, id: '', createdAt: '', placeWords: '' });
  expect(shape(real)).toEqual(shape(unreal));
  expect(real.body).toMatchObject({ homeId: null, placeWords: '３栋 2单元 501' });
  for (const each of await listed(asking)) expect(each).toMatchObject({ homeId: null, homeLabel: null });
  const seen = await listed(as(desk), '?status=pending');
  expect(seen.find(({ id }: { id: string }) => id === real.body.id)).toMatchObject({
    homeId: home,
    homeLabel: { zh: '3栋2单元501' },
  });
  const search = async (q: string, who: object) =>
    (await listed(who, `?q=${encodeURIComponent(q)}`)).map(({ id }: { id: string }) => id);
  // The label of the home stands nowhere in their words: to find the claim by it would tell them that there is such a home.
  expect(await search('3栋2单元501', asking)).toEqual([]);
  expect(await search('2单元', asking)).toHaveLength(2);
  for (const q of ['3栋2单元501', '501', '3栋 2单元 5'])
    expect([q, await search(q, as(desk))]).toEqual([q, [real.body.id]]);
  expect(await search('陈晨', as(desk))).toContain(real.body.id);
  const unsaid = await decide(unreal.body.id, 'confirm', {}, as(desk));
  expect([unsaid.status, unsaid.body.code]).toEqual([400, 'home-unsaid']);
  const elsewhere = await office.home(await office.site());
  expect((await decide(unreal.body.id, 'confirm', { homeId: elsewhere }, as(desk))).body.code).toBe(
    'reference-unknown',
  );
  const other = await office.home(entrance, '502');
  expect((await decide(unreal.body.id, 'confirm', { homeId: other }, as(desk))).body).toMatchObject({
    homeId: other,
    status: 'confirmed',
  });
});

test('a claim names one home, on a site there is', async () => {
  const { asking } = await newcomer();
  const home = await office.home(site);
  const place = { building: '1', home: '1' };
  const pointers = async (body: object) => (await claim(asking, body)).body.errors?.[0].pointer;
  expect(await pointers({})).toBe('/place');
  expect(await pointers({ place })).toBe('/siteId');
  expect(await pointers({ siteId: home, place })).toBe('/siteId');
  expect(await pointers({ homeId: home, siteId: site })).toBe('/homeId');
  expect(await pointers({ homeId: site })).toBe('/homeId');
  expect(await pointers({ homeId: home, kind: 'shop' })).toBe('/kind');
  const { items } = await directory.done('GET /api/claim-sites', undefined, asking);
  expect(items.map(({ id }: { id: string }) => id)).toContain(site);
});

test('one claim for a home at a time, three in all, none of a home one has', async () => {
  const { asking } = await newcomer();
  const homes = [await office.home(site), await office.home(site), await office.home(site)];
  const first = await claimed(asking, { homeId: homes[0]! });
  expect((await claim(asking, { homeId: homes[0]! })).body.code).toBe('claim-pending');
  const english = await directory.ask(
    'POST /api/home-claims',
    { name: 'A', kind: 'family', homeId: homes[0]! },
    { ...asking, headers: { 'accept-language': 'en' } },
  );
  expect(english.body.title).toBe('You have claimed this home, it is being looked at');
  await claimed(asking, { homeId: homes[1]! });
  await claimed(asking, { homeId: homes[2]! });
  const fourth = await claim(asking, { homeId: await office.home(site) });
  expect([fourth.status, fourth.body.code]).toEqual([409, 'claims-waiting']);
  await decide(first, 'confirm', {}, as(desk));
  expect((await claim(asking, { homeId: homes[0]! })).body.code).toBe('spans-overlap');
});

test('who claims without end is stopped for the day', async () => {
  const { asking } = await newcomer();
  for (let i = 0; i < 10; i++) {
    const id = await claimed(asking, { homeId: await office.home(site) });
    expect((await decide(id, 'withdraw', {}, asking)).body.status).toBe('withdrawn');
  }
  expect((await claim(asking, { homeId: await office.home(site) })).body.code).toBe('quota-used-up');
});

test('two claims of one home by one person at once are one', async () => {
  const { asking } = await newcomer();
  const home = await office.home(site);
  const told = await Promise.all([1, 2, 3].map(() => claim(asking, { homeId: home })));
  expect(told.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
});

test('an owner confirms tenants and family until a date; who owns it the office alone confirms', async () => {
  const home = await office.home(site);
  const owner = await ownerOf(home);
  const tenant = await newcomer();
  const id = await claimed(tenant.asking, { homeId: home, kind: 'tenant' });
  expect(await listed(owner.asking)).toMatchObject([{ id, name: '陈晨' }]);
  const open = await decide(id, 'confirm', {}, owner.asking);
  expect([open.status, open.body.errors[0].pointer]).toEqual([400, '/until']);
  expect((await decide(id, 'confirm', { until: day(365) }, owner.asking)).status).toBe(200);
  const rival = await newcomer();
  const theft = await claimed(rival.asking, { homeId: home, kind: 'owner' });
  expect(await listed(owner.asking, '?status=pending')).toEqual([]);
  const refused = await decide(theft, 'refuse', { reason: '不是' }, owner.asking);
  expect([refused.status, refused.body.code]).toEqual([403, 'owners-by-office']);
});

test('the events of a claim name the owners who may decide on it, of now and of then', async () => {
  const home = await office.home(site);
  const [first, second] = [await ownerOf(home), await ownerOf(home)].map(({ id }) => id);
  await ownerOf(home, { from: day(1) });
  await ownerOf(await office.home(site));
  const named = async (asking: object, body: object) => {
    const id = await claimed(asking, { homeId: home, ...body });
    await decide(id, 'withdraw', {}, asking);
    return (await events(id)).map(({ data }) => (data as { ownerIds: string[] }).ownerIds);
  };
  const owners = [first, second].toSorted();
  const { asking } = await newcomer();
  expect(await named(asking, { kind: 'tenant' })).toEqual([owners, owners]);
  expect(await named(asking, { kind: 'owner' })).toEqual([[], []]);
});

test('nobody decides on their own claim, nor one of another site or home', async () => {
  const home = await office.home(site);
  const owner = await ownerOf(home);
  const { asking } = await newcomer();
  const id = await claimed(asking, { homeId: home });
  const others = [
    as(holding('desk', await office.site())),
    (await ownerOf(await office.home(site))).asking,
    as(holding('resident', site, { homes: [home] })),
  ];
  for (const other of others) {
    expect((await decide(id, 'confirm', { until: day(9) }, other)).status).toBe(404);
    expect((await listed(other)).map((each: { id: string }) => each.id)).not.toContain(id);
  }
  expect((await decide(id, 'confirm', {}, asking)).body.code).toBe('home-first');
  expect((await decide(id, 'withdraw', {}, owner.asking)).status).toBe(404);
  const own = await claimed(as({ ...desk }), { homeId: await office.home(site) });
  expect((await decide(own, 'confirm', {}, as(desk))).body.code).toBe('own-claim');
  for (const role of ['technician', 'crew-lead'] as const)
    expect((await decide(id, 'confirm', {}, as(holding(role, site)))).status).toBe(403);
});

test('the next owner never sees earlier claims, nor decides on them', async () => {
  const home = await office.home(site);
  const { asking } = await newcomer();
  const id = await claimed(asking, { homeId: home, note: '旧事' });
  const next = await ownerOf(home, { from: day(0) });
  await directory.rows(`UPDATE home_claim SET created_at = created_at - interval '1 day' WHERE id = $1`, [
    id,
  ]);
  expect(await listed(next.asking)).toEqual([]);
  expect((await decide(id, 'confirm', { until: day(9) }, next.asking)).status).toBe(404);
});

test('a stale look is refused', async () => {
  const { asking } = await newcomer();
  const id = await claimed(asking, { homeId: await office.home(site) });
  expect((await decide(id, 'confirm', {}, { ...as(desk), ifMatch: '"2"' })).status).toBe(412);
});

test('lists are paged by key', async () => {
  const other = await office.site();
  const { asking } = await newcomer();
  for (let i = 0; i < 3; i++) await claimed(asking, { homeId: await office.home(other) });
  const first = await directory.done(
    `GET /api/home-claims?siteId=${other}&limit=2`,
    undefined,
    as(holding('desk', other)),
  );
  const second = await directory.done(
    `GET /api/home-claims?siteId=${other}&limit=2&cursor=${first.nextCursor}`,
    undefined,
    as(holding('desk', other)),
  );
  expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null]);
  expect((await directory.ask('GET /api/home-claims', undefined, as(operator))).status).toBe(403);
});
