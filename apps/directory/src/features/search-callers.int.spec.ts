import { DirectoryUnderTest, holding } from '../directory.fixture';
import { as, Office } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;
let home: string;
let fang: string;

const desk = holding('desk');

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
  desk.roles = [{ role: 'desk', siteId: site }];
  home = await office.home(await office.place('building', site, '3栋'), '501');
  fang = await office.person(site, { name: '汪芳', phone: '13800138001' });
  await office.tie(fang, home);
});
afterAll(() => directory.close());

const ask = (q: string, asking = as(desk), siteId = site) => directory.ask(`GET /api/people/callers?siteId=${siteId}&q=${encodeURIComponent(q)}`, undefined, asking);
const found = async (q: string) => (await ask(q)).body.items.map(({ personId }: { personId: string }) => personId);
const views = (personId: string) => directory.rows('SELECT viewer_id, viewer_role, fields, reason FROM personal_data_view WHERE person_id = $1 AND service IS NULL', [personId]);

test('W2.1: who calls is found by name, pinyin, initials, home, building and whole number, with the number masked', async () => {
  for (const q of ['汪芳', 'wangfang', 'wf', '501', '3栋', '3栋501', '13800138001', '+86 138 0013 8001', 'ｗｆ']) expect([q, await found(q)]).toEqual([q, [fang]]);
  for (const q of ['汪芬', 'wangfen', '502', '1380013800']) expect([q, await found(q)]).toEqual([q, []]);
  const told = await ask('汪芳');
  expect(told.body).toEqual({
    items: [{ personId: fang, name: '汪芳', phone: '138****8001', homes: [{ homeId: home, label: '3栋501', labelEn: expect.any(String), kind: 'owner' }] }],
    more: false,
  });
  expect(told.headers['cache-control']).toBe('no-store');
});

test('G7: each who was shown is written down, with who looked in which role; who was not found is not', async () => {
  const seen = await office.person(site, { name: '裴秀智' });
  const beside = await office.person(site, { name: '邱莹莹' });
  await ask('peixiuzhi');
  expect(await views(seen)).toEqual([{ viewer_id: desk.personId, viewer_role: 'desk', fields: ['name', 'homes'], reason: 'directory: who turns to the desk' }]);
  expect(await views(beside)).toEqual([]);
});

test('a home finds who lives there today, not who moved out', async () => {
  const flat = await office.home(await office.place('building', site, '8栋'), '1808');
  const before = await office.person(site, { name: '樊胜美' });
  await office.tie(before, flat, { from: '2020-01-01T00:00:00.000Z', until: '2021-01-01T00:00:00.000Z' });
  const now = await office.person(site, { name: '关雎尔' });
  await office.tie(now, flat, { kind: 'tenant' });
  expect(await found('1808')).toEqual([now]);
  expect((await ask('樊胜美')).body.items).toMatchObject([{ personId: before, homes: [] }]);
});

test('it is no way to read the register: a letter is too little, and twenty are told at most', async () => {
  for (const q of ['汪', '-3-', '%%', 'w']) expect([q, (await ask(q)).status]).toEqual([q, 400]);
  expect((await ask('-3-')).body).toMatchObject({ code: 'search-too-short', errors: [{ pointer: '/q' }] });
  expect((await directory.ask(`GET /api/people/callers?siteId=${site}`, undefined, as(desk))).status).toBe(400);
  for (let n = 0; n < 21; n += 1) await office.person(site, { name: `欧阳${n}` });
  await office.person(site, { name: '欧阳' });
  const { items, more } = (await ask('欧阳')).body;
  expect([items.length, items[0].name, more]).toEqual([20, '欧阳', true]);
  expect((await directory.ask(`GET /api/people/callers?siteId=${site}&q=ouyang&limit=100`, undefined, as(desk))).status).toBe(400);
});

test('only who records contacts of that site may ask, and learns of that site alone', async () => {
  const elsewhere = await office.site();
  expect((await ask('汪芳', as(desk), elsewhere)).status).toBe(403);
  for (const role of ['resident', 'technician', 'operator', 'clerk'] as const) expect([role, (await ask('汪芳', as(holding(role, site)))).status]).toEqual([role, 403]);
  const there = as(holding('desk', elsewhere));
  for (const q of ['汪芳', '501', '13800138001']) expect((await ask(q, there, elsewhere)).body).toEqual({ items: [], more: false });
});
