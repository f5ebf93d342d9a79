import { newId } from '@property-office/kernel';
import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office } from '../office.fixture';
import { seedDemo } from '../setup/seed-demo';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
});
afterAll(() => directory.close());

const desk = () => as(holding('desk', site));
const found = async (q: string, asking = desk()) =>
  (await directory.done(`GET /api/people?limit=100&q=${encodeURIComponent(q)}`, undefined, asking)).items.map(
    ({ id }: { id: string }) => id,
  );

test('a telephone number is encrypted, and masked in every answer', async () => {
  const created = await directory.done(
    'POST /api/people',
    { siteId: site, name: '王芳', phone: '+86 138-0013 8000' },
    desk(),
  );
  expect(created).toMatchObject({ name: '王芳', phone: '138****8000', version: 1 });
  expect(await directory.done(`GET /api/people/${created.id}`, undefined, desk())).toEqual(created);
  const [row] = await directory.rows<{ whole: string }>(
    'SELECT person::text AS whole FROM person WHERE id = $1',
    [created.id],
  );
  expect(row!.whole).not.toContain('13800138000');
});

test('the answer kept for a repeat holds no whole number either', async () => {
  const phone = '13700137000';
  const create = () =>
    directory.ask(
      'POST /api/people',
      { siteId: site, name: '李雷', phone },
      { ...desk(), key: 'with-phone' },
    );
  await create();
  const kept = await directory.rows<{ whole: string }>('SELECT idempotency::text AS whole FROM idempotency');
  expect(kept.length).toBeGreaterThan(0);
  for (const { whole } of kept) expect(whole).not.toContain(phone);
});

test('people are found by name, by pinyin, by initials and by the whole number in any spelling', async () => {
  const id = await office.person(site, { name: '曾小贤', phone: '13900139111' });
  for (const q of [
    '曾小贤',
    '小贤',
    '曾',
    'zengxiaoxian',
    'zxx',
    'zx',
    '13900139111',
    '+86 139 0013 9111',
    '008613900139111',
    'ｚｘｘ',
    '１３９００１３９１１１',
    '＋８６　１３９－００１３－９１１１',
  ]) {
    expect([q, await found(q)]).toEqual([q, [id]]);
  }
  for (const q of ['13900139', '139001391110', '曾大贤', 'cengxiaoxian'])
    expect([q, await found(q)]).toEqual([q, []]);
});

test('the whole number is shown for a reason, and who was shown it stays written down', async () => {
  const id = await office.person(site, { name: '赵云', phone: '13600136000' });
  const viewer = holding('desk', site);
  expect((await directory.ask(`POST /api/people/${id}/unmask`, {}, as(viewer))).status).toBe(400);
  const shown = await directory.done(
    `POST /api/people/${id}/unmask`,
    { reason: '回访维修结果' },
    { principal: viewer, key: 'unmask' },
  );
  expect(shown).toEqual({ id, name: '赵云', phone: '13600136000' });
  const views = await directory.rows(
    'SELECT person_id, viewer_id, viewer_role, service, reason, fields FROM personal_data_view WHERE person_id = $1',
    [id],
  );
  expect(views).toEqual([
    {
      person_id: id,
      viewer_id: viewer.personId,
      viewer_role: 'desk',
      service: null,
      reason: '回访维修结果',
      fields: ['name', 'phone'],
    },
  ]);
  expect(await directory.rows(`SELECT 1 FROM idempotency WHERE key = 'unmask'`)).toEqual([]);
  await expect(directory.runtime.database.query('DELETE FROM personal_data_view')).rejects.toThrow(
    /permission denied/,
  );
  await expect(directory.runtime.database.query(`UPDATE personal_data_view SET reason = ''`)).rejects.toThrow(
    /permission denied/,
  );
});

test('who may not unmask leaves no trace and learns nothing', async () => {
  const id = await office.person(site, { phone: '13600136001' });
  const ask = (asking: { principal: ReturnType<typeof holding> }) =>
    directory.ask(`POST /api/people/${id}/unmask`, { reason: '好奇' }, asking);
  expect((await ask(as(holding('technician', site)))).status).toBe(403);
  expect((await ask(as(holding('desk', await office.site())))).status).toBe(404);
  expect(await directory.rows('SELECT 1 FROM personal_data_view WHERE person_id = $1', [id])).toEqual([]);
});

test('record keepers see that somebody is there, not who; residents see themselves whole, and nobody else', async () => {
  const id = await office.person(site, { name: '诸葛亮', phone: '13500135000' });
  expect(await directory.done(`GET /api/people/${id}`, undefined, as(operator))).toMatchObject({
    name: '诸**',
    phone: '135****5000',
  });
  const self = as(holding('resident', site, { personId: id }));
  expect(await directory.done(`GET /api/people/${id}`, undefined, self)).toMatchObject({
    name: '诸葛亮',
    phone: '13500135000',
  });
  expect((await directory.ask(`GET /api/people/${await office.person(site)}`, undefined, self)).status).toBe(
    404,
  );
  expect((await directory.ask('GET /api/people', undefined, self)).status).toBe(403);
});

test('the desk of another site does not find them; a home there makes them known', async () => {
  const other = await office.site();
  const id = await office.person(site, { name: '孙尚香' });
  const there = as(holding('desk', other));
  expect(await found('孙尚香', there)).toEqual([]);
  await office.tie(id, await office.home(other));
  expect(await found('孙尚香', there)).toEqual([id]);
});

test('corrections need a fresh ETag; the event says which fields, a person may correct the own', async () => {
  const id = await office.person(site, { name: '张飞', phone: '13400134000' });
  const change = (body: object, asking: object) => directory.ask(`PATCH /api/people/${id}`, body, asking);
  expect((await change({ name: '张翼德' }, desk())).status).toBe(428);
  expect((await change({ name: '张翼德' }, { ...desk(), ifMatch: '"9"' })).status).toBe(412);
  const told = await change({ name: '张翼德', phone: '13400134000' }, { ...desk(), ifMatch: '"1"' });
  expect([told.status, told.body.version, told.headers['etag']]).toEqual([200, 2, '"2"']);
  const self = { principal: holding('resident', site, { personId: id }), ifMatch: '"2"' };
  const code = await directory.codeFor('13400134999');
  expect((await change({ phone: '13400134999', code }, self)).body).toMatchObject({
    version: 3,
    phone: '134****4999',
  });
  expect(await found('zyd')).toEqual([id]);
  expect(await found('13400134999')).toEqual([id]);
  const events = await directory.rows(
    'SELECT data, actor_role FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
    [id],
  );
  expect(events).toMatchObject([
    { data: { personId: id } },
    { data: { fields: ['name'] }, actor_role: 'desk' },
    { data: { fields: ['phone'] }, actor_role: 'resident' },
  ]);
});

test('nobody is registered on a site one does not work on', async () => {
  const told = await directory.ask('POST /api/people', { siteId: await office.site(), name: '周瑜' }, desk());
  expect([told.status, told.body.code]).toEqual([400, 'reference-unknown']);
  expect((await directory.ask('POST /api/people', { name: '周瑜' }, desk())).status).toBe(403);
  expect(
    (await directory.ask('POST /api/people', { siteId: newId(), name: '周瑜' }, as(operator))).status,
  ).toBe(400);
});

test('services read contacts over the internal route, under their own name', async () => {
  const id = await office.person(site, { name: '关羽', phone: '13300133000' });
  const body = { personIds: [id, newId()], purpose: '短信通知' };
  const told = await directory.askAsService('tickets', '/internal/people/contacts', body);
  expect(told.body).toEqual({ items: [{ personId: id, name: '关羽', phone: '13300133000' }] });
  const views = await directory.rows(
    'SELECT service, viewer_id, reason FROM personal_data_view WHERE person_id = $1',
    [id],
  );
  expect(views).toEqual([{ service: 'tickets', viewer_id: null, reason: '短信通知' }]);
  expect((await directory.ask('POST /internal/people/contacts', body, as(operator))).status).toBe(401);
});

test('only the door asks whose session a token is', async () => {
  const token = await office.signIn(await office.worker(site, 'desk'));
  const told = await directory.askAsService('gateway', '/internal/sessions/resolve', { token });
  expect(told.body.session.principal).toMatchObject({
    name: '王小明',
    roles: [{ role: 'desk', siteId: site }],
  });
  expect(
    (await directory.askAsService('gateway', '/internal/sessions/resolve', { token: 'none' })).body,
  ).toEqual({ session: null });
  expect((await directory.askAsService('tickets', '/internal/sessions/resolve', { token })).status).toBe(
    401,
  );
});

test('no row of the ledger names anybody or holds a number', async () => {
  const other = await DirectoryUnderTest.open();
  try {
    await seedDemo({ database: other.runtime.database, fieldCipher: other.fieldCipher }, 'open sesame');
    const people = await other.rows<{ name: string; cipher: string }>(
      'SELECT name, phone_cipher AS cipher FROM person',
    );
    const phones = people.map(({ cipher }) => other.fieldCipher.decrypt('directory.person.phone', cipher));
    const [ledger] = await other.rows<{ whole: string }>(
      `SELECT string_agg(ledger::text, E'\n') AS whole FROM ledger`,
    );
    expect(people.length).toBeGreaterThan(50);
    for (const secret of [...people.map(({ name }) => name), ...phones, 'resident2', 'technician2'])
      expect(ledger!.whole).not.toContain(secret);
  } finally {
    await other.close();
  }
});
