import { DirectoryUnderTest, holding, operator } from '../../directory.fixture';
import { as, Office } from '../../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
});
afterAll(() => directory.close());

const building = { externalCode: 'B1', kind: 'building', code: '1', name: { zh: '1栋', en: 'Building 1' } };
const home = (n: number) => ({ externalCode: `H${n}`, kind: 'home', parentExternalCode: 'B1', code: `${n}` });
const importing = (siteId: string, places: object[], asking = as(operator)) =>
  directory.ask('POST /api/places/batch', { siteId, places }, asking);
const count = async (site: string) =>
  (await directory.rows<{ n: number }>('SELECT count(*)::int AS n FROM place WHERE site_id = $1', [site]))[0]!
    .n;

test('a list is registered in its order, each place with its id and its event', async () => {
  const site = await office.site();
  const { status, body } = await importing(site, [building, home(101), home(102)]);
  expect(status).toBe(200);
  expect(body.items).toMatchObject([
    { externalCode: 'B1', created: true },
    { externalCode: 'H101' },
    { externalCode: 'H102' },
  ]);
  const view = await directory.done(`GET /api/homes/${body.items[1].id}`, undefined, as(operator));
  expect(view).toMatchObject({
    label: { zh: '1栋101', en: 'Building 1, 101' },
    parentId: body.items[0].id,
    externalCode: 'H101',
  });
  const events = await directory.rows('SELECT 1 FROM ledger WHERE site_id = $1', [site]);
  expect(events).toHaveLength(4);
});

test('the same list again, and two at once, double nothing and answer the same ids', async () => {
  const site = await office.site();
  const list = [building, home(101), home(102)];
  const told = await Promise.all([
    importing(site, list),
    importing(site, list),
    importing(site, [...list, home(103)]),
  ]);
  expect(told.map(({ status }) => status)).toEqual([200, 200, 200]);
  const ids = told.map(({ body }) => body.items.slice(0, 3).map(({ id }: { id: string }) => id));
  expect(ids[1]).toEqual(ids[0]);
  expect(ids[2]).toEqual(ids[0]);
  expect(await count(site)).toBe(5);
});

test('one wrong row and nothing is registered; each is pointed at', async () => {
  const site = await office.site();
  const { status, body } = await importing(site, [
    building,
    { ...home(101), parentExternalCode: 'B9' },
    { externalCode: 'E1', kind: 'entrance', code: '1' },
    { ...home(102), code: '7' },
    { ...home(103), code: '7' },
  ]);
  expect([status, body.code]).toEqual([400, 'invalid-places']);
  expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
    '/places/1/parentExternalCode',
    '/places/2/kind',
    '/places/4/code',
  ]);
  expect(await count(site)).toBe(1);
});

test('a place is named once in a list, registered or not: of two rows that say different things of it, one would be lost', async () => {
  const site = await office.site();
  await importing(site, [building]);
  const pump = { externalCode: 'P1', kind: 'public-place', code: 'P1' };
  const { status, body } = await importing(site, [building, pump, { ...pump, device: { number: 'SB-1', equipment: 'pump', installedOn: '2020-01-01' } }, building]);
  expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ['/places/2/externalCode', '/places/3/externalCode']]);
  expect(await count(site)).toBe(2);
});

test('a code that a place registered by hand has is refused, not a fault', async () => {
  const site = await office.site();
  await directory.done(
    'POST /api/places',
    { kind: 'building', parentId: site, code: '1', name: { zh: '1栋' } },
    as(operator),
  );
  const { status, body } = await importing(site, [building]);
  expect([status, body.errors[0].pointer]).toEqual([400, '/places/0/code']);
});

test('an importer of one site imports there and nowhere else; a director does not import', async () => {
  const [site, other] = [await office.site(), await office.site()];
  const importer = as(holding('importer', site));
  expect((await importing(site, [building], importer)).status).toBe(200);
  expect((await importing(other, [building], importer)).body.code).toBe('reference-unknown');
  expect((await importing(site, [building], as(holding('director', site)))).status).toBe(403);
});

test('500 at once, and not one more', async () => {
  const site = await office.site();
  const many = (n: number) => [building, ...Array.from({ length: n - 1 }, (_, i) => home(i))];
  expect((await importing(site, many(501))).status).toBe(400);
  const { status, body } = await importing(site, many(500));
  expect([status, body.items.length]).toEqual([200, 500]);
  expect(await count(site)).toBe(501);
});
