import { DirectoryUnderTest } from '../../directory.fixture';
import { Office, password, type Worker } from '../../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;
let worker: Worker;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
});
afterAll(() => directory.close());
beforeEach(async () => {
  worker = await office.worker(site, 'desk');
  await directory.rows('DELETE FROM sign_in_failure');
});

const failures = () =>
  directory.rows<{ key: string; count: number; locked_until: Date | null }>(
    'SELECT key, count, locked_until FROM sign_in_failure ORDER BY key',
  );
const wrong = (login = worker.login, source?: string) => directory.signIn(login, 'wrong', source);
const fail = async (times: number, login?: string, source?: string) => {
  const statuses = [];
  for (let i = 0; i < times; i++) statuses.push((await wrong(login, source)).status);
  return statuses;
};

test('the right password opens a session: a cookie, a token, and who one is', async () => {
  const { status, headers, body } = await directory.signIn(` ${worker.login.toUpperCase()} `, password);
  expect(status).toBe(201);
  expect(headers['set-cookie']).toMatch(
    new RegExp(`^session=${body.token}; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax$`),
  );
  expect(headers['location']).toBe('/api/sessions/current');
  expect(body.principal).toMatchObject({
    id: worker.personId,
    name: '王小明',
    roles: [{ role: 'desk', siteId: site }],
    sites: [{ id: site }],
  });
  expect(await directory.done('GET /api/sessions/current', undefined, { token: body.token })).toEqual(
    body.principal,
  );
});

test('the token is not in the database', async () => {
  const token = await office.signIn(worker);
  const [row] = await directory.rows<{ whole: string; hash: Buffer }>(
    'SELECT session::text AS whole, token_hash AS hash FROM session ORDER BY id DESC LIMIT 1',
  );
  expect(row!.hash).toHaveLength(32);
  expect(row!.whole).not.toContain(token);
  expect(row!.whole).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
});

test('an unknown login, a closed account and a wrong password are one answer', async () => {
  const gone = await office.worker(site, 'desk');
  await directory.rows('UPDATE account SET closed_at = now() WHERE id = $1', [gone.accountId]);
  const told = [await wrong('nobody-at-all'), await directory.signIn(gone.login, password), await wrong()];
  for (const { status, body } of told) {
    expect(status).toBe(401);
    expect({ ...body, requestId: '' }).toEqual({ ...told[0]!.body, requestId: '' });
  }
  expect(told[0]!.body).toMatchObject({ code: 'wrong-credentials', title: '账号或密码不正确' });
});

test('an unknown login costs as much time as a wrong password', async () => {
  const seconds = async (login: string) => {
    const start = performance.now();
    await wrong(login);
    return performance.now() - start;
  };
  const times: Array<[number, number]> = [];
  for (let i = 0; i < 7; i++) {
    await directory.rows('DELETE FROM sign_in_failure');
    times.push([await seconds('nobody-at-all'), await seconds(worker.login)]);
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[3]!;
  const [unknown, known] = [median(times.map(([first]) => first)), median(times.map(([, second]) => second))];
  expect(unknown / known).toBeGreaterThan(0.4);
  expect(unknown / known).toBeLessThan(2.5);
});

test('after five failures the door stays shut, also for the right password, and says for how long', async () => {
  expect(await fail(5)).toEqual([401, 401, 401, 401, 401]);
  const { status, headers, body } = await directory.signIn(worker.login, password);
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(20);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(30);
  expect(body).toMatchObject({ code: 'sign-in-locked' });
  expect((await failures())[0]).toMatchObject({ count: 5 });
});

test('an unknown login is locked the same way', async () => {
  expect(await fail(6, 'nobody-at-all')).toEqual([401, 401, 401, 401, 401, 429]);
});

test('two attempts at once while it is locked: both are refused, and neither makes the wait longer', async () => {
  await fail(5);
  const before = await failures();
  const told = await Promise.all([directory.signIn(worker.login, password), wrong()]);
  expect(told.map(({ status }) => status)).toEqual([429, 429]);
  expect(await failures()).toEqual(before);
});

test('guesses side by side are no more than guesses in a row', async () => {
  const told = await Promise.all(Array.from({ length: 20 }, () => wrong()));
  expect(told.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(told.filter(({ status }) => status === 429)).toHaveLength(15);
  expect((await failures())[0]).toMatchObject({ count: 5 });
});

test('when the wait is over one may try again; each further failure doubles it, a success forgets it', async () => {
  await fail(5);
  const waitOver = () =>
    directory.rows(
      `UPDATE sign_in_failure SET locked_until = clock_timestamp() WHERE locked_until IS NOT NULL`,
    );
  await waitOver();
  expect((await wrong()).status).toBe(401);
  const { status, headers } = await wrong();
  expect(status).toBe(429);
  expect(Number(headers['retry-after'])).toBeGreaterThan(50);
  await waitOver();
  expect((await directory.signIn(worker.login, password)).status).toBe(201);
  expect((await failures()).filter(({ key }) => key.startsWith('login '))).toEqual([]);
});

test('who tries many logins from one address is locked there; others sign in from elsewhere', async () => {
  for (let i = 0; i < 30; i++) expect((await wrong(`name-${i}`, '203.0.113.5')).status).toBe(401);
  expect((await directory.signIn(worker.login, password, '203.0.113.5')).status).toBe(429);
  expect((await directory.signIn(worker.login, password, '203.0.113.6')).status).toBe(201);
});

test('what people type is not kept', async () => {
  await wrong('my-Secret-Password', '203.0.113.9');
  const kept = JSON.stringify(await failures());
  for (const typed of ['my-secret-password', '203.0.113.9']) expect(kept.toLowerCase()).not.toContain(typed);
});

test('fields are checked before anything else', async () => {
  expect((await directory.ask('POST /api/sessions', { login: 'a' })).body.errors).toMatchObject([
    { pointer: '/password' },
  ]);
  expect((await directory.ask('POST /api/sessions', { login: ['a'], password: 'b' })).status).toBe(400);
  expect((await directory.ask('POST /api/sessions', { login: 'a', password: 'b', more: 1 })).status).toBe(
    400,
  );
});
