import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
});
afterAll(() => directory?.close());

const lift = { number: 'DT-01', equipment: 'lift', installedOn: '2018-05-20' };
const inService = { ...lift, outOfServiceOn: null };

const register = (parentId: string, more: object = {}, asking = as(operator)) =>
  directory.ask('POST /api/places', { kind: 'public-place', parentId, code: office.next('D'), name: { zh: '电梯', en: 'Lift' }, device: lift, ...more }, asking);
const change = (id: string, device: object, ifMatch = '*') => directory.ask(`PATCH /api/places/${id}`, { device }, { principal: operator, ifMatch });
const saidOf = (id: string) => directory.rows<{ type: string; device: object | undefined }>(`SELECT type, data -> 'device' AS device FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version`, [id]);
const list = async (query: string) => (await directory.done(`GET /api/places?${query}`, undefined, as(operator))).items.map(({ id }: { id: string }) => id);

describe('a device (W4.1)', () => {
  it('is registered as a public place, with its number, and its event says so; that of any other place says nothing of one', async () => {
    const site = await office.site();
    const { status, body } = await register(site);
    expect([status, body.kind, body.device]).toEqual([201, 'public-place', inService]);
    expect(await saidOf(body.id)).toEqual([{ type: 'directory.place-registered.v1', device: inService }]);
    expect(await saidOf(await office.place('public-place', site))).toEqual([{ type: 'directory.place-registered.v1', device: null }]);
  });

  it('may be a public place that was there before, is changed, and taken out of service, each by an event', async () => {
    const id = await office.place('public-place', await office.site());
    expect((await change(id, lift)).body).toMatchObject({ device: inService, version: 2 });
    expect((await change(id, { ...lift, outOfServiceOn: '2026-03-31' }, '"2"')).body).toMatchObject({ device: { outOfServiceOn: '2026-03-31' }, version: 3 });
    expect((await change(id, lift, '"2"')).status).toBe(412);
    const said = await saidOf(id);
    expect(said.map(({ device }) => device)).toEqual([null, inService, { ...lift, outOfServiceOn: '2026-03-31' }]);
    expect((await directory.done(`PATCH /api/places/${id}`, { name: { zh: '客梯' } }, { principal: operator, ifMatch: '*' })).device).toMatchObject({ outOfServiceOn: '2026-03-31' });
  });

  it('keeps its number, which no other device of the site has; another site has its own', async () => {
    const [site, other] = [await office.site(), await office.site()];
    const told = await Promise.all([register(site), register(site)]);
    expect(told.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(told.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'code-taken', title: '编号“DT-01”已被使用' });
    expect((await register(other)).status).toBe(201);
    const { id } = (await register(site, { device: { ...lift, number: 'DT-02' } })).body;
    expect((await change(id, { ...lift, number: 'DT-03' })).body).toMatchObject({ status: 409, code: 'device-number-fixed' });
    expect((await change(await office.place('public-place', site), lift)).body).toMatchObject({ status: 409, code: 'code-taken' });
    expect((await saidOf(id)).length).toBe(1);
  });

  it('has one number however it is typed, which stays as it was first written', async () => {
    const site = await office.site();
    const numbered = (number: string) => ({ ...lift, number });
    const { id } = (await register(site, { device: numbered('AT-X1') })).body;
    for (const number of ['at-x1', 'ＡＴ－Ｘ１', 'AT  X1', ' AT – x1 '])
      expect((await register(site, { device: numbered(number) })).body).toMatchObject({ status: 409, code: 'code-taken' });
    expect((await change(id, { ...numbered('at x1'), outOfServiceOn: '2026-03-31' })).body).toMatchObject({ device: { number: 'AT-X1', outOfServiceOn: '2026-03-31' } });
    const row = (n: number, number: string) => ({ externalCode: `E${n}`, kind: 'public-place', code: `E${n}`, device: numbered(number) });
    const importing = await directory.ask('POST /api/places/batch', { siteId: site, places: [row(1, 'at-x1'), row(2, 'SB 1'), row(3, 'sb-1')] }, as(operator));
    expect(importing.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/places/0/device/number', '/places/2/device/number']);
    // What parts the digits tells two from each other.
    for (const number of ['1-11', '11-1']) expect((await register(site, { device: numbered(number) })).status).toBe(201);
  });

  it.each([
    ['a building', { kind: 'building' }, 'device-wrong', '/device'],
    ['one that ended before it began', { device: { ...lift, outOfServiceOn: '2018-05-19' } }, 'device-wrong', '/device/outOfServiceOn'],
    ['one of another century', { device: { ...lift, installedOn: '2100-01-01' } }, 'device-wrong', '/device/installedOn'],
    ['a day that is none', { device: { ...lift, installedOn: '2018-02-30' } }, 'invalid-fields', '/device/installedOn'],
    ['equipment nobody knows', { device: { ...lift, equipment: 'rocket' } }, 'invalid-fields', '/device/equipment'],
    ['one without a number', { device: { equipment: 'lift', installedOn: '2018-05-20' } }, 'invalid-fields', '/device/number'],
  ])('is not %s', async (_, more, code, pointer) => {
    const site = await office.site();
    const { status, body } = await register(site, more);
    expect([status, body.code, body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([400, code, [pointer]]);
    expect(await list(`siteId=${site}`)).toEqual([]);
  });

  it('is listed by what it is, and found by its number', async () => {
    const site = await office.site();
    const pump = (await register(site, { device: { ...lift, number: 'SB-02', equipment: 'pump' } })).body.id;
    const { id } = (await register(site)).body;
    await office.place('public-place', site);
    expect(await list(`siteId=${site}&device=true`)).toEqual([id, pump]);
    expect(await list(`siteId=${site}&device=false`)).toHaveLength(1);
    expect(await list(`siteId=${site}&equipment=pump`)).toEqual([pump]);
    expect(await list(`siteId=${site}&q=SB-02`)).toEqual([pump]);
  });

  it('is registered by whoever keeps places, and by nobody else', async () => {
    const site = await office.site();
    const by = (role: 'clerk' | 'department-head' | 'technician' | 'resident', number: string) => register(site, { device: { ...lift, number } }, as(holding(role, site)));
    const told = [await by('clerk', '1'), await by('department-head', '2'), await by('technician', '3'), await by('resident', '4')];
    expect(told.map(({ status }) => status)).toEqual([201, 403, 403, 403]);
  });

  it('is imported with the places of its site; what is wrong stands beside its row, and then nothing is registered', async () => {
    const site = await office.site();
    const row = (n: number, device: object, more: object = {}) => ({ externalCode: `E${n}`, kind: 'public-place', code: `E${n}`, device, ...more });
    const importing = (...places: object[]) => directory.ask('POST /api/places/batch', { siteId: site, places }, as(operator));
    const right = row(1, lift);
    const refused = await importing(right, row(2, lift), row(3, { ...lift, number: 'X', outOfServiceOn: '2018-05-19' }), row(4, { ...lift, number: 'Y' }, { kind: 'building' }));
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['/places/1/device/number', '/places/2/device/outOfServiceOn', '/places/3/device']);
    expect(await list(`siteId=${site}`)).toEqual([]);
    const [{ id }] = (await importing(right)).body.items;
    expect(await saidOf(id)).toEqual([{ type: 'directory.place-registered.v1', device: inService }]);
    expect((await importing(right)).body.items).toMatchObject([{ id, created: false }]);
    expect((await importing(row(5, lift))).body.errors).toMatchObject([{ pointer: '/places/0/device/number' }]);
  });
});
