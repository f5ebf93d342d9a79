import { skills } from '@property-office/contracts';
import { DirectoryUnderTest, operator } from '../directory.fixture';
import { claimStates } from '../domain/home-claim-states';
import { openFirstAccount } from './open-first-account';
import { seedDemo } from './seed-demo';

let office: DirectoryUnderTest;
beforeEach(async () => {
  office = await DirectoryUnderTest.open();
});
afterEach(() => office.close());

const parts = () => ({
  database: office.runtime.database,
  fieldCipher: office.fieldCipher,
  ledger: office.runtime.ledger,
});

test('an empty office gets two sites, their people, crews and accounts, all by the ledger', async () => {
  const accounts = await seedDemo(parts(), 'open sesame');
  const logins = [
    'clerk',
    'company',
    'deputy',
    'desk',
    'desk2',
    'director',
    'lead',
    'lead2',
    'operator',
    'resident',
    'resident2',
    'technician',
    'technician2',
  ];
  expect(accounts?.map(({ login }) => login).sort()).toEqual(logins);
  const counts = await office.rows<{ kind: string; n: number }>(
    'SELECT kind, count(*)::int AS n FROM place GROUP BY kind',
  );
  expect(Object.fromEntries(counts.map(({ kind, n }) => [kind, n]))).toMatchObject({
    site: 2,
    building: 8,
    entrance: 16,
    home: 192,
  });
  for (const [table, type] of [
    ['place', 'place-registered'],
    ['person', 'person-registered'],
    ['tie', 'tie-started'],
    ['role_grant', 'role-granted'],
    ['crew', 'crew-registered'],
    ['crew_membership', 'crew-member-joined'],
    ['account', 'account-opened'],
    ['duty', 'duty-planned'],
    ['superior', 'superior-set'],
  ]) {
    const [{ rows, events }] = (await office.rows<{ rows: number; events: number }>(
      `SELECT (SELECT count(*)::int FROM ${table}) AS rows, (SELECT count(*)::int FROM ledger WHERE type = 'directory.${type}.v1') AS events`,
    )) as [{ rows: number; events: number }];
    expect([table, events]).toEqual([table, rows]);
    expect(rows).toBeGreaterThan(5);
  }
  expect(
    await office.rows(
      'SELECT 1 FROM ledger l LEFT JOIN outbox_pending p USING (event_id) WHERE p.event_id IS NULL',
    ),
  ).toEqual([]);
});

test('a claim waits, others are decided or taken back, a tenant has an end date, a home without a phone says so (W2.6, W6.4)', async () => {
  await seedDemo(parts(), 'open sesame');
  const count = async (sql: string) =>
    (await office.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]!.n;
  expect(await count(`home_claim WHERE state = 'pending' AND home_id IS NOT NULL`)).toBe(1);
  const states = (await office.rows<{ state: string }>('SELECT state FROM home_claim ORDER BY state')).map(({ state }) => state);
  expect(states).toEqual([...claimStates].sort());
  expect(await count(`home_claim c JOIN tie t ON t.id = c.tie_id AND t.home_id = c.home_id WHERE c.state = 'confirmed'`)).toBe(1);
  expect(await count(`tie WHERE kind = 'tenant' AND ends_at > now()`)).toBe(1);
  expect(await count(`timer WHERE kind = 'tie-end' AND status = 'set'`)).toBe(1);
  expect(await count(`home_care WHERE no_phone AND wishes <> '' AND contact_id IS NOT NULL`)).toBe(1);
});

test('somebody has left: without account or role, and what they are still in is to be taken over (G6)', async () => {
  const accounts = await seedDemo(parts(), 'open sesame');
  expect(accounts!.map(({ login }) => login)).not.toContain('former');
  expect((await office.signIn('former', 'open sesame')).status).toBe(401);
  const [left] = await office.rows<{ person_id: string }>('SELECT person_id FROM account WHERE closed_at IS NOT NULL');
  expect(await office.rows('SELECT 1 FROM role_grant WHERE person_id = $1 AND (ends_at IS NULL OR ends_at > platform.now())', [left!.person_id])).toEqual([]);
  const { items } = await office.done(`GET /api/people/${left!.person_id}/belongings`, undefined, { principal: operator });
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['crew']);
});

test('the crews of each site can do everything between them', async () => {
  await seedDemo(parts(), 'open sesame');
  const sites = await office.rows<{ trades: string[]; crews: number }>(
    'SELECT array_agg(DISTINCT skill) AS trades, count(DISTINCT id)::int AS crews FROM crew, unnest(skills) AS skill GROUP BY site_id',
  );
  expect(sites).toHaveLength(2);
  for (const { trades, crews } of sites) {
    expect(trades.sort()).toEqual([...skills].sort());
    expect(crews).toBeGreaterThanOrEqual(2);
  }
});

test('every demonstration account signs in with the one password', async () => {
  const accounts = await seedDemo(parts(), 'open sesame');
  for (const { login, roles } of accounts!) {
    const { status, body } = await office.signIn(login, 'open sesame');
    expect([login, status]).toEqual([login, 201]);
    expect(new Set(body.principal.roles.map(({ role }: { role: string }) => role))).toEqual(new Set(roles));
  }
});

test('the first deputy of the director may do what the director may, and the duty plan covers now', async () => {
  await seedDemo(parts(), 'open sesame');
  const { body } = await office.signIn('deputy', 'open sesame');
  expect(body.principal.deputyships).toMatchObject([{ forName: '赵敏', kind: 'approvals', roles: [{ role: 'director' }, { role: 'director' }] }]);
  const at = encodeURIComponent(new Date().toISOString());
  const { items } = await office.done(`GET /api/duties?role=duty-officer&at=${at}`, undefined, { token: body.token });
  expect(new Set(items.map(({ siteId }: { siteId: string }) => siteId)).size).toBe(2);
});

test('what is not empty stays as it is, also when two begin at once', async () => {
  const results = await Promise.all([seedDemo(parts(), 'open sesame'), seedDemo(parts(), 'open sesame')]);
  expect(results.filter((each) => each === undefined)).toHaveLength(1);
  const before = await office.rows('SELECT count(*) FROM ledger');
  expect(await seedDemo(parts(), 'another')).toBeUndefined();
  expect(await openFirstAccount(parts(), 'another')).toBeUndefined();
  expect(await office.rows('SELECT count(*) FROM ledger')).toEqual(before);
});

test('it takes little work: what a busy machine makes of it does not count', async () => {
  const start = process.cpuUsage();
  await seedDemo(parts(), 'open sesame');
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(2_500);
});

test('without a demonstration the first account is the operator, who may begin', async () => {
  expect(await openFirstAccount(parts(), 'open sesame')).toEqual({
    login: 'operator',
    name: '系统管理员',
    roles: ['operator'],
  });
  const { body } = await office.signIn('operator', 'open sesame');
  const site = await office.done('POST /api/sites', { code: 'A', name: { zh: '甲' } }, { token: body.token });
  expect(site).toMatchObject({ timeZone: 'Asia/Shanghai', version: 1 });
});
