import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office } from '../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
});
afterAll(() => directory.close());

const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString();
const events = (id: string) =>
  directory.rows<{ type: string; data: { until: string | null } }>(
    'SELECT type, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
    [id],
  );

test('a tie begins, its end is told, and both are events of one aggregate', async () => {
  const [person, home] = [await office.person(site), await office.home(site)];
  const tie = await office.tie(person, home, { kind: 'tenant', from: day(-30), until: day(30) });
  const ended = await directory.ask(
    `POST /api/ties/${tie}/end`,
    { until: day(-1) },
    as(holding('desk', site)),
  );
  expect([ended.status, ended.body.version]).toEqual([200, 2]);
  expect((await directory.ask(`POST /api/ties/${tie}/end`, {}, as(operator))).body.code).toBe('span-ended');
  expect(await events(tie)).toMatchObject([
    { type: 'directory.tie-started.v1' },
    { type: 'directory.tie-ended.v1', data: { until: ended.body.until } },
  ]);
});

test('of two ties of one person to one home at once, one is refused', async () => {
  const [person, home] = [await office.person(site), await office.home(site)];
  const tie = (kind: string, more = {}) =>
    directory.ask('POST /api/ties', { personId: person, homeId: home, kind, ...more }, as(operator));
  const told = await Promise.all([
    tie('owner'),
    tie('family'),
    tie('tenant', { from: day(5) }),
    tie('owner', { from: day(-5), until: day(6) }),
  ]);
  expect(told.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  expect(told.find(({ status }) => status === 409)!.body.code).toBe('spans-overlap');
});

test('one tie may follow another, but not be stretched over it', async () => {
  const [person, home] = [await office.person(site), await office.home(site)];
  const first = await office.tie(person, home, { kind: 'tenant', from: day(-10), until: day(10) });
  await office.tie(person, home, { kind: 'owner', from: day(10) });
  expect(
    (await directory.ask(`POST /api/ties/${first}/end`, { until: day(11) }, as(operator))).body.code,
  ).toBe('spans-overlap');
  expect((await directory.ask(`POST /api/ties/${first}/end`, { until: day(9) }, as(operator))).status).toBe(
    200,
  );
  expect(
    (
      await directory.ask(
        'POST /api/ties',
        { personId: person, homeId: home, kind: 'owner', from: day(2), until: day(1) },
        as(operator),
      )
    ).body.errors,
  ).toMatchObject([{ pointer: '/until' }]);
});

test('the next owner never sees earlier people', async () => {
  const home = await office.home(site);
  const [earlier, next] = [
    await office.person(site, { name: '旧主人' }),
    await office.person(site, { name: '新主人' }),
  ];
  await office.tie(earlier, home, { from: day(-100), until: day(-1) });
  await office.tie(next, home);
  const names = async (asking: object) =>
    (await directory.done(`GET /api/homes/${home}/ties`, undefined, asking)).items.map(
      ({ personName }: { personName: string }) => personName,
    );
  expect(await names(as(holding('desk', site)))).toEqual(['新主人', '旧主人']);
  expect(await names(as(holding('resident', site, { personId: next, homes: [home] })))).toEqual(['新主人']);
  expect(await names(as(operator))).toEqual(['新**', '旧**']);
  expect(
    (
      await directory.ask(
        `GET /api/homes/${home}/ties`,
        undefined,
        as(holding('resident', site, { personId: earlier })),
      )
    ).status,
  ).toBe(404);
});

test('roles are given and ended within the authority of who gives them', async () => {
  const person = await office.person(site);
  const director = as(holding('director', site));
  const give = (role: string, siteId?: string, asking = director) =>
    directory.ask('POST /api/role-grants', { personId: person, role, ...(siteId && { siteId }) }, asking);
  const { status, body } = await give('desk', site);
  expect([status, body.version]).toEqual([201, 1]);
  expect((await give('desk', site)).body.code).toBe('spans-overlap');
  expect((await give('director', site)).body.code).toBe('beyond-authority');
  expect((await give('desk', await office.site())).body.code).toBe('reference-unknown');
  expect((await give('desk')).status).toBe(403);
  expect((await give('operator', site, as(operator))).body.code).toBe('role-company-wide');
  expect((await give('resident', site)).status).toBe(400);
  expect(
    (
      await directory.ask(
        `POST /api/role-grants/${body.id}/end`,
        {},
        as(holding('director', await office.site())),
      )
    ).status,
  ).toBe(404);
  expect((await directory.ask(`POST /api/role-grants/${body.id}/end`, {}, director)).status).toBe(200);
  expect(await events(body.id)).toMatchObject([
    { type: 'directory.role-granted.v1' },
    { type: 'directory.role-ended.v1' },
  ]);
  expect((await give('desk', site)).status).toBe(201);
});

test('nobody gives themselves a role; what an operator gives to others stands in the audit trail', async () => {
  for (const principal of [operator, holding('company'), holding('director', site), holding('importer')]) {
    for (const role of ['company', 'desk'] as const) {
      const own = { personId: principal.personId, role, ...(role === 'desk' && { siteId: site }) };
      const { status, body } = await directory.ask('POST /api/role-grants', own, as(principal));
      expect([principal.roles[0]!.role, role, status]).toEqual([principal.roles[0]!.role, role, 403]);
      expect(['power-for-oneself', 'role-may-not', 'role-not-company-wide']).toContain(body.code);
      expect(await directory.rows('SELECT 1 FROM role_grant WHERE person_id = $1', [principal.personId])).toEqual([]);
    }
  }
  const person = await office.person(site);
  const grant = await office.role(person, 'company');
  await directory.done(`POST /api/role-grants/${grant}/end`, {}, as(operator));
  const trail = await directory.rows('SELECT actor_id, actor_role, operation, details FROM audit WHERE object_id = $1 ORDER BY id', [grant]);
  const entry = { actor_id: operator.personId, actor_role: 'operator', details: { personId: person, role: 'company' } };
  expect(trail).toEqual([
    { ...entry, operation: 'directory.grantRole' },
    { ...entry, operation: 'directory.endRole' },
  ]);
});

test('a director cannot end the role of an operator', async () => {
  const person = await office.person(site);
  const grant = await office.role(person, 'importer', site);
  expect(
    (await directory.ask(`POST /api/role-grants/${grant}/end`, {}, as(holding('director', site)))).body.code,
  ).toBe('beyond-authority');
});

test('a crew has skills and members from–to; two cannot put in the same person at once', async () => {
  const head = as(holding('department-head', site));
  const body = { siteId: site, code: 'G1', name: { zh: '工程一班' }, skills: ['plumbing', 'lift'] };
  const crew = await directory.done('POST /api/crews', body, head);
  expect((await directory.ask('POST /api/crews', body, head)).body.code).toBe('code-taken');
  expect(
    (await directory.ask('POST /api/crews', { ...body, code: 'G2', skills: [] }, head)).body.errors,
  ).toMatchObject([{ pointer: '/skills' }]);
  expect(
    (await directory.ask('POST /api/crews', { ...body, code: 'G2', skills: ['magic'] }, head)).status,
  ).toBe(400);
  const person = await office.person(site, { name: '周师傅' });
  const lead = as(holding('crew-lead', site));
  const told = await Promise.all(
    [1, 2].map(() =>
      directory.ask(`POST /api/crews/${crew.id}/members`, { personId: person, lead: true }, lead),
    ),
  );
  expect(told.map(({ status }) => status).sort()).toEqual([201, 409]);
  const { items } = await directory.done(`GET /api/crews?siteId=${site}&skill=lift`, undefined, lead);
  expect(items).toMatchObject([{ id: crew.id, members: [{ personId: person, name: '周师傅', lead: true }] }]);
  await directory.done(`POST /api/crew-memberships/${items[0].members[0].membershipId}/end`, {}, lead);
  expect((await directory.done(`GET /api/crews?siteId=${site}`, undefined, lead)).items[0].members).toEqual(
    [],
  );
  const changed = await directory.ask(
    `PATCH /api/crews/${crew.id}`,
    { skills: ['general'] },
    { ...head, ifMatch: '"1"' },
  );
  expect(changed.body).toMatchObject({ version: 2, skills: ['general'], name: { zh: '工程一班' } });
  expect((await events(crew.id)).map(({ type }) => type)).toEqual([
    'directory.crew-registered.v1',
    'directory.crew-changed.v1',
  ]);
});

test('a person shows homes, roles and crews of the sites one sees; the own, all of them', async () => {
  const other = await office.site();
  const person = await office.person(site);
  await office.tie(person, await office.home(site));
  await office.tie(person, await office.home(other));
  const standing = async (asking: object) =>
    (await directory.done(`GET /api/people/${person}/standing`, undefined, asking)).ties.length;
  expect(await standing(as(holding('desk', site)))).toBe(1);
  expect(await standing(as(holding('resident', site, { personId: person })))).toBe(2);
  expect(
    (
      await directory.ask(
        `GET /api/people/${person}/standing`,
        undefined,
        as(holding('desk', await office.site())),
      )
    ).status,
  ).toBe(404);
});

test('an account belongs to one person at a time, and a login is never given twice', async () => {
  const worker = await office.worker(site, 'desk');
  const open = (personId: string, login: string) =>
    directory.ask('POST /api/accounts', { personId, login, password: 'long enough' }, as(operator));
  expect((await open(worker.personId, 'second-login')).body.code).toBe('account-exists');
  expect((await open(await office.person(site), worker.login.toUpperCase())).body.code).toBe('login-taken');
  await directory.done(`POST /api/accounts/${worker.accountId}/close`, undefined, as(operator));
  expect((await open(worker.personId, worker.login)).body.code).toBe('login-taken');
  expect((await open(worker.personId, 'second-login')).status).toBe(201);
  const { items } = await directory.done(
    `GET /api/accounts?personId=${worker.personId}`,
    undefined,
    as(holding('director', site)),
  );
  expect(items.map(({ login }: { login: string }) => login)).toEqual(['second-login', worker.login]);
  expect(JSON.stringify(items)).not.toContain('argon2');
});
