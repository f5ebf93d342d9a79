import { DirectoryUnderTest, holding } from '../directory.fixture';
import { as, Office } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;
let number = 0;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
});
afterAll(() => directory.close());
beforeEach(() => directory.rows('DELETE FROM quota'));

const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
const newPhone = () => `136${String((number += 1)).padStart(8, '0')}`;
async function owner(home: string, name = '房东') {
  const phone = newPhone();
  const id = await office.person(site, { name, phone });
  await office.tie(id, home, { from: day(-50) });
  return { id, asking: { token: (await directory.enter(phone)).token as string } };
}
const add = (home: string, body: object, asking: object) =>
  directory.ask(
    `POST /api/homes/${home}/members`,
    { name: '小王', kind: 'family', until: day(30), ...body },
    asking,
  );
const members = async (home: string, asking: object) =>
  (await directory.done(`GET /api/homes/${home}/members`, undefined, asking)).items;
const homesOf = async (asking: object) =>
  (await directory.done('GET /api/sessions/current', undefined, asking)).homes.map(
    ({ id }: { id: string }) => id,
  );
const tieRow = async (id: string) =>
  (
    await directory.rows<{ ends_at: Date | null; version: number }>(
      'SELECT ends_at, version FROM tie WHERE id = $1',
      [id],
    )
  )[0]!;
const types = async (id: string) =>
  (
    await directory.rows<{ type: string }>(
      'SELECT type FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
      [id],
    )
  ).map(({ type }) => type);

test('an owner adds family and a tenant until a date; they enter by their telephones', async () => {
  const home = await office.home(site);
  const { asking } = await owner(home);
  const phone = newPhone();
  const { status, body } = await add(home, { phone, kind: 'tenant' }, asking);
  expect([status, body.kind, body.addedByYou, body.name]).toEqual([201, 'tenant', true, '小王']);
  expect((await add(home, { name: '奶奶' }, asking)).status).toBe(201);
  expect((await members(home, asking)).map(({ name }: { name: string }) => name).sort()).toEqual(
    ['奶奶', '小王', '房东'].sort(),
  );
  const tenant = await directory.enter(phone);
  expect(tenant.principal.homes).toMatchObject([{ id: home }]);
  const seen = await members(home, { token: tenant.token });
  expect(seen.map(({ personId }: { personId: string }) => personId)).toEqual([tenant.principal.id]);
});

test('an owner does not learn whether a number is known, nor whose it is', async () => {
  const home = await office.home(site);
  const { asking } = await owner(home);
  const known = newPhone();
  await office.person(site, { name: '赵本名', phone: known });
  const told = [
    await add(home, { phone: known, name: '甲' }, asking),
    await add(home, { phone: newPhone(), name: '甲' }, asking),
  ];
  const shape = ({ body }: (typeof told)[number]) => ({ ...body, id: '', personId: '', from: '', until: '' });
  expect(shape(told[0]!)).toEqual(shape(told[1]!));
  expect(JSON.stringify(await members(home, asking))).not.toContain('赵本名');
  expect(
    (await members(home, as(holding('desk', site)))).map(({ name }: { name: string }) => name),
  ).toContain('赵本名');
});

test('only an owner adds, until a date, and no owner', async () => {
  const home = await office.home(site);
  const { asking } = await owner(home);
  const open = await directory.ask(`POST /api/homes/${home}/members`, { name: '某', kind: 'family' }, asking);
  expect([open.body.code, open.body.errors[0].pointer]).toEqual(['end-missing', '/until']);
  expect((await add(home, { kind: 'owner' }, asking)).body.errors[0].pointer).toBe('/kind');
  expect((await add(home, { until: day(-1) }, asking)).body.code).toBe('span-reversed');
  expect((await add(home, { from: day(-60) }, asking)).body.code).toBe('span-reversed');
  const phone = newPhone();
  await add(home, { phone }, asking);
  const { token } = await directory.enter(phone);
  const byFamily = await add(home, {}, { token, headers: { 'accept-language': 'en' } });
  expect([byFamily.status, byFamily.body.title]).toEqual([403, 'Only an owner of the home may do this']);
  expect((await add(await office.home(site), {}, asking)).status).toBe(404);
  expect((await add(home, {}, as(holding('desk', await office.site())))).status).toBe(404);
  expect((await add(home, { phone }, asking)).body.code).toBe('spans-overlap');
});

test('a home takes twenty, also from two at once', async () => {
  const home = await office.home(site);
  const { asking } = await owner(home);
  for (let i = 0; i < 17; i++) await add(home, {}, asking);
  const told = await Promise.all([1, 2, 3, 4].map(() => add(home, {}, asking)));
  expect(told.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
});

test('an owner ends whom they added, nobody else', async () => {
  const home = await office.home(site);
  const one = await owner(home);
  const other = await owner(home, '共有人');
  const { body: tie } = await add(home, {}, one.asking);
  const end = (asking: object, id = tie.id) =>
    directory.ask(`POST /api/homes/${home}/members/${id}/end`, {}, asking);
  expect((await end(other.asking)).body.code).toBe('tie-unknown');
  const byOffice = await office.tie(await office.person(site), home, { kind: 'family' });
  expect((await end(one.asking, byOffice)).body.code).toBe('tie-unknown');
  expect((await end(one.asking)).status).toBe(200);
  expect((await end(one.asking)).body.code).toBe('span-ended');
  expect(await types(tie.id)).toEqual(['directory.tie-started.v1', 'directory.tie-ended.v1']);
});

test('with an owner who moves out the family they added goes, a tenant stays; rights are gone at once', async () => {
  const home = await office.home(site);
  const { asking, id } = await owner(home);
  const [ofTenant, ofFamily] = [newPhone(), newPhone()];
  await add(home, { phone: ofTenant, kind: 'tenant' }, asking);
  await add(home, { phone: ofFamily }, asking);
  const tenant = { token: (await directory.enter(ofTenant)).token };
  const family = { token: (await directory.enter(ofFamily)).token };
  const { status, body } = await directory.ask(`POST /api/homes/${home}/move-out`, {}, asking);
  expect([status, body.ended.map(({ kind }: { kind: string }) => kind).sort()]).toEqual([
    200,
    ['family', 'owner'],
  ]);
  expect([await homesOf(asking), await homesOf(family), await homesOf(tenant)]).toEqual([[], [], [home]]);
  expect((await directory.ask(`GET /api/homes/${home}`, undefined, asking)).body.code).toBe('home-first');
  expect((await directory.done(`GET /api/people/${id}`, undefined, asking)).name).toBe('房东');
  expect((await directory.ask(`POST /api/homes/${home}/move-out`, {}, asking)).status).toBe(403);
});

test('the office moves out one person or the whole home; a stranger moves out nobody', async () => {
  const home = await office.home(site);
  const one = await owner(home);
  const two = await owner(home, '共有人');
  const out = (body: object, asking: object) =>
    directory.ask(`POST /api/homes/${home}/move-out`, body, asking);
  expect((await out({ personId: two.id }, one.asking)).body.code).toBe('tie-unknown');
  expect((await out({}, as(holding('desk', await office.site())))).status).toBe(404);
  expect((await out({}, as(holding('technician', site)))).status).toBe(403);
  const desk = as(holding('desk', site));
  expect((await out({ personId: one.id, until: day(-2) }, desk)).body.ended).toHaveLength(1);
  expect((await out({}, desk)).body.ended).toMatchObject([{ personId: two.id }]);
  expect((await out({}, desk)).body.code).toBe('nobody-lives');
});

test('two who move the home out at once end each tie once', async () => {
  const home = await office.home(site);
  const { asking } = await owner(home);
  await add(home, {}, asking);
  const desk = as(holding('desk', site));
  const told = await Promise.all(
    [1, 2].map(() => directory.ask(`POST /api/homes/${home}/move-out`, {}, desk)),
  );
  expect(told.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('a tie ends by itself on its date, with an event of its own, once', async () => {
  const home = await office.home(site);
  const { asking } = await owner(home);
  const phone = newPhone();
  const { body: tie } = await add(home, { phone, until: day(3) }, asking);
  const member = { token: (await directory.enter(phone)).token };
  const timers = directory.runtime.timers;
  await directory.moveClock('2 days');
  await timers.fireDue();
  expect(await homesOf(member)).toEqual([home]);
  await directory.moveClock('1 day 1 minute');
  expect(await homesOf(member)).toEqual([]);
  await timers.fireDue();
  await timers.fireDue();
  expect(await types(tie.id)).toEqual(['directory.tie-started.v1', 'directory.tie-expired.v1']);
  expect((await tieRow(tie.id)).version).toBe(2);
  await directory.moveClock('-3 days -1 minute');
});

test('an end that is moved is met when it comes, and one that has come at once is not told twice', async () => {
  const home = await office.home(site);
  const { asking } = await owner(home);
  const moved = (await add(home, { until: day(3) }, asking)).body;
  const ended = (await add(home, { until: day(3) }, asking)).body;
  const end = (id: string, body: object) =>
    directory.done(`POST /api/homes/${home}/members/${id}/end`, body, asking);
  await end(moved.id, { until: day(5) });
  await end(ended.id, {});
  await directory.moveClock('4 days');
  await directory.runtime.timers.fireDue();
  expect(await types(moved.id)).toEqual(['directory.tie-started.v1', 'directory.tie-ended.v1']);
  await directory.moveClock('2 days');
  await directory.runtime.timers.fireDue();
  expect((await types(moved.id)).at(-1)).toBe('directory.tie-expired.v1');
  expect((await types(ended.id)).at(-1)).toBe('directory.tie-ended.v1');
  await directory.moveClock('-6 days');
});
