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
const shown = { ...inService, warrantyUntil: null };

const register = (parentId: string, more: object = {}, asking = as(operator)) =>
  directory.ask('POST /api/places', { kind: 'public-place', parentId, code: office.next('D'), name: { zh: '电梯', en: 'Lift' }, device: lift, ...more }, asking);
const change = (id: string, device: object, ifMatch = '*') => directory.ask(`PATCH /api/places/${id}`, { device }, { principal: operator, ifMatch });
const saidOf = (id: string) => directory.rows<{ type: string; device: object | undefined }>(`SELECT type, data -> 'device' AS device FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version`, [id]);
const list = async (query: string) => (await directory.done(`GET /api/places?${query}`, undefined, as(operator))).items.map(({ id }: { id: string }) => id);

describe('a device (W4.1)', () => {
  it('is registered as a public place, with its number, and its event says so; that of any other place says nothing of one', async () => {
    const site = await office.site();
    const { status, body } = await register(site);
    expect([status, body.kind, body.device]).toEqual([201, 'public-place', shown]);
    expect(await saidOf(body.id)).toEqual([{ type: 'directory.place-registered.v1', device: inService }]);
    expect(await saidOf(await office.place('public-place', site))).toEqual([{ type: 'directory.place-registered.v1', device: null }]);
  });

  it('may be a public place that was there before, is changed, and taken out of service, each by an event', async () => {
    const id = await office.place('public-place', await office.site());
    expect((await change(id, lift)).body).toMatchObject({ device: shown, version: 2 });
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
    ['one whose warranty ended before it began', { device: { ...lift, warrantyUntil: '2018-05-19' } }, 'device-wrong', '/device/warrantyUntil'],
    ['a day that is none', { device: { ...lift, installedOn: '2018-02-30' } }, 'invalid-fields', '/device/installedOn'],
    ['equipment nobody knows', { device: { ...lift, equipment: 'rocket' } }, 'invalid-fields', '/device/equipment'],
    ['one without a number', { device: { equipment: 'lift', installedOn: '2018-05-20' } }, 'invalid-fields', '/device/number'],
  ])('is not %s', async (_, more, code, pointer) => {
    const site = await office.site();
    const { status, body } = await register(site, more);
    expect([status, body.code, body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([400, code, [pointer]]);
    expect(await list(`siteId=${site}`)).toEqual([]);
  });

  it('has a warranty until a day, or none that is known', async () => {
    const { body } = await register(await office.site(), { device: { ...lift, warrantyUntil: '2028-05-19' } });
    expect(body.device).toEqual({ ...inService, warrantyUntil: '2028-05-19' });
    expect((await change(body.id, lift)).body.device).toEqual(shown);
    expect((await saidOf(body.id)).map(({ device }) => device)).toEqual([{ ...inService, warrantyUntil: '2028-05-19' }, inService]);
  });

  describe('whose number was entered wrongly', () => {
    const correct = (id: string, said: object, ifMatch = '*', principal = operator) =>
      directory.ask(`POST /api/places/${id}/correct-device-number`, said, { principal, ifMatch });
    const reason = '登记时看错铭牌';

    it('gets the right one with a reason, and what it was stays written down', async () => {
      const site = await office.site();
      const { id } = (await register(site)).body;
      const told = await correct(id, { number: 'DT-07', reason }, '"1"');
      expect([told.status, told.body.device, told.body.version]).toEqual([200, { ...shown, number: 'DT-07' }, 2]);
      expect((await saidOf(id)).map(({ type, device }) => [type, device])).toEqual([['directory.place-registered.v1', inService], ['directory.place-changed.v1', { ...inService, number: 'DT-07' }]]);
      const audit = await directory.rows('SELECT operation, details FROM audit WHERE object_id = $1', [id]);
      expect(audit).toEqual([{ operation: 'directory.correctDeviceNumber', details: { from: 'DT-01', to: 'DT-07', reason } }]);
      expect([await list(`siteId=${site}&q=DT-07`), await list(`siteId=${site}&q=DT-01`)]).toEqual([[id], []]);
      expect((await register(site)).status).toBe(201);
    });

    it('may be spelled anew, but not get that of another, nor the same again, nor without a reason or its version', async () => {
      const site = await office.site();
      const [{ id }, pump] = [(await register(site)).body, (await register(site, { device: { ...lift, number: 'SB-1' } })).body];
      expect((await correct(id, { number: 'sb 1', reason })).body).toMatchObject({ status: 409, code: 'code-taken' });
      expect((await correct(id, { number: 'DT-01', reason })).body).toMatchObject({ status: 400, code: 'device-number-same', errors: [{ pointer: '/number' }] });
      expect((await correct(id, { number: '--', reason })).body).toMatchObject({ status: 400, code: 'device-wrong', errors: [{ pointer: '/number' }] });
      expect((await correct(id, { number: 'dt 01', reason })).body.device.number).toBe('dt 01');
      expect((await correct(pump.id, { number: 'SB-2' })).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
      expect((await correct(pump.id, { number: 'SB-2', reason }, '"9"')).status).toBe(412);
      expect((await correct(pump.id, { number: 'SB-2', reason }, '')).status).toBe(428);
    });

    it('must be a device of a site in sight, and whoever corrects it keep its places', async () => {
      const site = await office.site();
      const { id } = (await register(site)).body;
      for (const kind of ['public-place', 'building'] as const) expect((await correct(await office.place(kind, site), { number: 'X', reason })).body).toMatchObject({ status: 409, code: 'no-device' });
      expect((await correct(id, { number: 'X', reason }, '*', holding('clerk', await office.site()))).status).toBe(404);
      expect((await correct(id, { number: 'X', reason }, '*', holding('technician', site))).status).toBe(403);
      expect((await correct(id, { number: 'X', reason }, '*', holding('clerk', site))).status).toBe(200);
    });
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

  describe('that is imported again', () => {
    const row = (n: number, device?: object, more: object = {}) => ({ externalCode: `E${n}`, kind: 'public-place', code: `E${n}`, ...(device && { device }), ...more });
    const importing = (siteId: string, places: object[], more: object = {}) => directory.ask('POST /api/places/batch', { siteId, places, ...more }, as(operator));
    const full = { ...lift, outOfServiceOn: '2026-03-31', warrantyUntil: '2020-05-19' };

    it('stays as it is where the list says nothing of it, or what is known', async () => {
      const site = await office.site();
      const [{ id }] = (await importing(site, [row(1, full)])).body.items;
      for (const device of [undefined, full, lift, { ...lift, number: 'dt 01' }])
        expect((await importing(site, [row(1, device)])).body.items).toEqual([{ externalCode: 'E1', id, created: false, deviceChange: null }]);
      expect(await saidOf(id)).toHaveLength(1);
    });

    it('changes to what the list says, by an event; what the list leaves out stays; a preview says so and changes nothing', async () => {
      const site = await office.site();
      const [one, two] = (await importing(site, [row(1, full), row(2)])).body.items;
      const changed = [row(1, { ...lift, equipment: 'escalator' }), row(2, { ...lift, number: 'SB-02', equipment: 'pump' }), row(3, { ...lift, number: 'DT-03' })];
      const [before, after] = [full, { ...full, equipment: 'escalator' }];
      const items = [
        { externalCode: 'E1', id: one.id, created: false, deviceChange: { before, after } },
        { externalCode: 'E2', id: two.id, created: false, deviceChange: { before: null, after: { ...shown, number: 'SB-02', equipment: 'pump' } } },
        { externalCode: 'E3', id: null, created: true, deviceChange: null },
      ];
      expect((await importing(site, changed, { preview: true })).body.items).toEqual(items);
      expect([await list(`siteId=${site}&device=true`), (await saidOf(one.id)).length]).toEqual([[one.id], 1]);
      const done = (await importing(site, changed)).body.items;
      expect(done).toEqual([...items.slice(0, 2), { ...items[2], id: expect.any(String) }]);
      expect((await saidOf(one.id)).map(({ type, device }) => [type, device])).toEqual([['directory.place-registered.v1', before], ['directory.place-changed.v1', after]]);
      expect((await list(`siteId=${site}&q=SB-02`))).toEqual([two.id]);
      expect((await importing(site, changed)).body.items.map(({ deviceChange }: { deviceChange: object | null }) => deviceChange)).toEqual([null, null, null]);
    });

    it('keeps its number, and takes none of another; what is wrong stands beside its row, and nothing changes', async () => {
      const site = await office.site();
      const [{ id }] = (await importing(site, [row(1, lift), row(2, undefined, { kind: 'building' }), row(3), row(4)])).body.items;
      const refused = await importing(site, [
        row(1, { ...lift, number: 'DT-09' }), row(2, { ...lift, number: 'B' }), row(3, lift), row(4, { ...lift, number: 'DT-04', outOfServiceOn: '2018-05-19' }),
        row(4),
      ]);
      const pointers = ['/places/0/device/number', '/places/1/device', '/places/2/device/number', '/places/3/device/outOfServiceOn', '/places/4/externalCode'];
      expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
      expect(await saidOf(id)).toHaveLength(1);
    });
  });
});
