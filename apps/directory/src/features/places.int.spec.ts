import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
});
afterAll(() => directory.close());

const events = (id: string) =>
  directory.rows<{ type: string; version: number; data: { label: string } }>(
    'SELECT type, aggregate_version AS version, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
    [id],
  );
const list = async (query: string, asking = as(operator)) =>
  (await directory.done(`GET /api/places?${query}`, undefined, asking)).items;
const idsOf = (items: Array<{ id: string }>) => items.map(({ id }) => id);

test('a home has its way through building and entrance as label, and its event says so', async () => {
  const site = await office.site();
  const building = await office.place('building', site, '3栋');
  const home = await office.home(await office.place('entrance', building, '2单元'), '501');
  const view = await directory.done(`GET /api/homes/${home}`, undefined, as(operator));
  expect(view).toMatchObject({
    kind: 'home',
    siteId: site,
    buildingId: building,
    code: '501',
    label: { zh: '3栋2单元501' },
  });
  expect(await events(home)).toMatchObject([
    {
      type: 'directory.place-registered.v1',
      version: 1,
      data: { label: '3栋2单元501', buildingId: building },
    },
  ]);
});

test('a place stands only where it can', async () => {
  const site = await office.site();
  const home = await office.home(site);
  const refused = await directory.ask(
    'POST /api/places',
    { kind: 'entrance', parentId: site, code: '1', name: { zh: '1单元' } },
    as(operator),
  );
  expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
    400,
    'wrong-parent',
    '/parentId',
  ]);
  expect((await directory.ask('POST /api/homes', { parentId: home, code: '1' }, as(operator))).status).toBe(
    400,
  );
  expect(
    (await directory.ask('POST /api/homes', { parentId: newId(), code: '1' }, as(operator))).body.code,
  ).toBe('reference-unknown');
});

test('a code is taken once in a parent: of two at once one is refused', async () => {
  const site = await office.site();
  const told = await Promise.all(
    [1, 2].map(() => directory.ask('POST /api/homes', { parentId: site, code: 'V1' }, as(operator))),
  );
  expect(told.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(told.find(({ status }) => status === 409)!.body).toMatchObject({
    code: 'code-taken',
    title: '编号“V1”已被使用',
  });
  await office.home(await office.place('building', site), 'V1');
});

test('under one Idempotency-Key it is registered once', async () => {
  const site = await office.site();
  const register = () =>
    directory.ask(
      'POST /api/homes',
      { parentId: site, code: 'K1' },
      { principal: operator, key: `key-${site}` },
    );
  const told = await Promise.all([register(), register()]);
  expect(told.map(({ status }) => status)).toEqual([201, 201]);
  expect(told[0]!.body).toEqual(told[1]!.body);
  const other = await directory.ask(
    'POST /api/homes',
    { parentId: site, code: 'K2' },
    { principal: operator, key: `key-${site}` },
  );
  expect(other.status).toBe(422);
});

test('a building renamed renames everything in it, each by an event, and only with a fresh ETag', async () => {
  const site = await office.site();
  const building = await office.place('building', site, '3栋');
  const entrance = await office.place('entrance', building, '2单元');
  const home = await office.home(entrance, '501');
  const rename = (ifMatch?: string) =>
    directory.ask(
      `PATCH /api/places/${building}`,
      { name: { zh: '乙栋' } },
      { principal: operator, ...(ifMatch && { ifMatch }) },
    );
  expect((await rename()).status).toBe(428);
  expect((await rename('"7"')).status).toBe(412);
  const { headers } = await directory.ask(`GET /api/places/${building}`, undefined, as(operator));
  const changed = await rename(headers['etag'] as string);
  expect([changed.status, changed.headers['etag'], changed.body.label.zh]).toEqual([200, '"2"', '乙栋']);
  expect((await rename(headers['etag'] as string)).status).toBe(412);
  expect((await events(home)).at(-1)).toMatchObject({
    type: 'directory.place-changed.v1',
    version: 2,
    data: { label: '乙栋2单元501' },
  });
  expect(idsOf(await list(`siteId=${site}&q=${encodeURIComponent('乙栋2单元')}&kind=home`))).toEqual([home]);
});

test('homes registered while their building is renamed carry the new label', async () => {
  const site = await office.site();
  const building = await office.place('building', site, '旧栋');
  const entrance = await office.place('entrance', building, '1单元');
  const registering = Array.from({ length: 8 }, (_, i) => office.home(entrance, `${i}`));
  await directory.done(
    `PATCH /api/places/${building}`,
    { name: { zh: '新栋' } },
    { principal: operator, ifMatch: '*' },
  );
  await Promise.all(registering);
  const labels = (await list(`siteId=${site}&kind=home`)).map(
    ({ label }: { label: { zh: string } }) => label.zh,
  );
  expect(labels).toHaveLength(8);
  for (const label of labels) expect(label).toMatch(/^新栋1单元\d$/);
});

test('homes imported while their building is renamed carry the new label', async () => {
  const site = await office.site();
  const building = await office.place('building', site, '旧栋');
  const entrance = await office.place('entrance', building, '1单元');
  const first = await office.home(entrance, '0');
  const waiting = async () => (await directory.rows(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).length;
  let imported = false;
  const asked = await directory.transaction(async (tx) => {
    await tx.query('SELECT 1 FROM place WHERE id = $1 FOR NO KEY UPDATE', [first]);
    const renaming = directory.done(`PATCH /api/places/${building}`, { name: { zh: '新栋' } }, { principal: operator, ifMatch: '*' });
    await waitFor(async () => (await waiting()) > 0, { what: 'the rename to wait for the first home' });
    const places = [1, 2].map((n) => ({ externalCode: `N${n}`, kind: 'home', parentId: entrance, code: `${n}` }));
    const importing = directory.done('POST /api/places/batch', { siteId: site, places }, as(operator)).then(() => void (imported = true));
    await waitFor(async () => imported || (await waiting()) > 1, { what: 'the import to wait, or to be done' });
    return [renaming, importing];
  });
  await Promise.all(asked);
  const labels = (await list(`siteId=${site}&kind=home`)).map(({ label }: { label: { zh: string } }) => label.zh);
  expect(labels.toSorted()).toEqual(['新栋1单元0', '新栋1单元1', '新栋1单元2']);
});

test('places are found by name, code, way and pinyin, in one and two characters too', async () => {
  const site = await office.site();
  const garage = await office.place('public-place', site, '地下车库');
  const building = await office.place('building', site, '12栋');
  for (const q of ['车库', '车', 'dxck', 'dx', 'dixiache', '地下车库'])
    expect([q, idsOf(await list(`siteId=${site}&q=${encodeURIComponent(q)}`))]).toEqual([q, [garage]]);
  expect(idsOf(await list(`siteId=${site}&q=${encodeURIComponent('2栋')}`))).toEqual([]);
  expect(idsOf(await list(`siteId=${site}&q=${encodeURIComponent('12栋')}`))).toEqual([building]);
  expect(await list(`siteId=${site}&q=${encodeURIComponent('100%')}`)).toEqual([]);
  expect(await list(`siteId=${site}&q=%25`)).toEqual([]);
});

test('pages follow each other without a gap or a repeat', async () => {
  const site = await office.site();
  const made = [];
  for (let i = 0; i < 5; i++) made.push(await office.home(site));
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await directory.done(
      `GET /api/homes?siteId=${site}&limit=2${cursor}`,
      undefined,
      as(operator),
    );
    seen.push(...idsOf(page.items));
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    await office.home(site);
  } while (cursor);
  expect(seen).toEqual(made.reverse());
});

test('staff see their site, a resident the own home and what is public there, a stranger nothing', async () => {
  const [site, other] = [await office.site(), await office.site()];
  const [own, neighbour] = [await office.home(site), await office.home(site)];
  const [garden, elsewhere] = [
    await office.place('public-place', site, '花园'),
    await office.place('public-place', other, '花园'),
  ];
  expect(idsOf(await list('limit=100', as(holding('desk', site)))).sort()).toEqual(
    [own, neighbour, garden].sort(),
  );
  const resident = as(holding('resident', site, { homes: [own] }));
  expect(idsOf(await list('limit=100', resident)).sort()).toEqual([own, garden].sort());
  expect((await directory.ask(`GET /api/homes/${neighbour}`, undefined, resident)).status).toBe(404);
  expect(
    (await directory.ask(`GET /api/places/${elsewhere}`, undefined, as(holding('desk', site)))).status,
  ).toBe(404);
  expect(
    (
      await directory.ask(
        `PATCH /api/places/${elsewhere}`,
        { code: 'x' },
        { ...as(holding('director', site)), ifMatch: '*' },
      )
    ).status,
  ).toBe(404);
  expect((await directory.ask('POST /api/homes', { parentId: own, code: 'x' }, resident)).status).toBe(403);
  expect((await directory.ask('GET /api/places')).status).toBe(401);
  expect(idsOf((await directory.done('GET /api/sites', undefined, resident)).items)).toEqual([site]);
});

test('a site begins with the time zone of the company and changes under its ETag', async () => {
  const site = await office.site();
  const bad = await directory.ask(
    'POST /api/sites',
    { code: office.next('S'), name: { zh: '丙' }, timeZone: 'Asia/Peking' },
    as(operator),
  );
  expect([bad.status, bad.body.code]).toEqual([400, 'time-zone-unknown']);
  expect(
    (
      await directory.ask(
        'POST /api/sites',
        { code: office.next('S'), name: { zh: '丙' } },
        as(holding('importer', site)),
      )
    ).status,
  ).toBe(403);
  const changed = await directory.ask(
    `PATCH /api/sites/${site}`,
    { settings: { deskPhone: '010-1234 5678' } },
    { ...as(holding('director', site)), ifMatch: '"1"' },
  );
  expect(changed.body).toMatchObject({
    version: 2,
    settings: { deskPhone: '01012345678', address: null },
    timeZone: 'Asia/Shanghai',
  });
  expect(
    (
      await directory.ask(
        `PATCH /api/sites/${site}`,
        { code: 'x' },
        { ...as(holding('director', await office.site())), ifMatch: '*' },
      )
    ).status,
  ).toBe(404);
});
