import { DirectoryUnderTest, holding, operator } from '../directory.fixture';
import { as, Office, password, type Worker } from '../office.fixture';

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
  worker = await office.worker(site, 'technician');
});

const isOpen = async (token: string) => (await directory.resolver.resolve(token)) !== null;
const openOnes = async (...tokens: string[]) => Promise.all(tokens.map(isOpen));

test('signing out ends this session at once, and no other', async () => {
  const [phone, desktop] = [await office.signIn(worker), await office.signIn(worker)];
  const { status, headers } = await directory.ask('DELETE /api/sessions/current', undefined, {
    token: phone,
  });
  expect(status).toBe(204);
  expect(headers['set-cookie']).toMatch(/^session=; Max-Age=0/);
  expect(await openOnes(phone, desktop)).toEqual([false, true]);
});

test('one sees the own sessions and ends one of them; those of others are not there', async () => {
  const [phone, desktop] = [await office.signIn(worker), await office.signIn(worker)];
  const { items } = await directory.done('GET /api/sessions', undefined, { token: desktop });
  expect(items.map(({ current }: { current: boolean }) => current)).toEqual([true, false]);
  const stranger = await office.signIn(await office.worker(site, 'technician'));
  expect(
    (await directory.ask(`DELETE /api/sessions/${items[1].id}`, undefined, { token: stranger })).status,
  ).toBe(404);
  expect(
    (await directory.ask(`DELETE /api/sessions/${items[1].id}`, undefined, { token: desktop })).status,
  ).toBe(204);
  expect(await openOnes(phone, desktop)).toEqual([false, true]);
});

test('a lost phone: all sessions end in one step, the account stays', async () => {
  const tokens = [await office.signIn(worker), await office.signIn(worker)];
  const desk = as(holding('desk-lead', site));
  expect(
    await directory.done(`POST /api/accounts/${worker.accountId}/end-sessions`, undefined, desk),
  ).toEqual({ ended: 2 });
  expect(await openOnes(...tokens)).toEqual([false, false]);
  expect(await isOpen(await office.signIn(worker))).toBe(true);
  expect(
    (
      await directory.ask(
        `POST /api/accounts/${worker.accountId}/end-sessions`,
        undefined,
        as(holding('desk-lead', await office.site())),
      )
    ).status,
  ).toBe(404);
});

test('leaving: the account ends at once, with its sessions, and for good', async () => {
  const token = await office.signIn(worker);
  await directory.done(
    `POST /api/accounts/${worker.accountId}/close`,
    undefined,
    as(holding('director', site)),
  );
  expect(await isOpen(token)).toBe(false);
  expect((await directory.signIn(worker.login, password)).status).toBe(401);
  expect(
    (await directory.ask(`POST /api/accounts/${worker.accountId}/close`, undefined, as(operator))).status,
  ).toBe(409);
  const events = await directory.rows<{ type: string }>(
    'SELECT type FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
    [worker.accountId],
  );
  expect(events.map(({ type }) => type)).toEqual([
    'directory.account-opened.v1',
    'directory.account-closed.v1',
  ]);
});

test('a session begun while the account is being closed does not outlive it', async () => {
  const closing = directory.done(`POST /api/accounts/${worker.accountId}/close`, undefined, as(operator));
  const told = await Promise.all(Array.from({ length: 4 }, () => directory.signIn(worker.login, password)));
  await closing;
  const tokens = told.flatMap(({ status, body }) => (status === 201 ? [body.token as string] : []));
  expect(await openOnes(...tokens)).toEqual(tokens.map(() => false));
});

test('a new own password ends the other sessions; a wrong present one changes nothing and counts as a guess', async () => {
  const [phone, desktop] = [await office.signIn(worker), await office.signIn(worker)];
  const change = (currentPassword: string) =>
    directory.ask(
      'POST /api/accounts/current/change-password',
      { currentPassword, newPassword: ' staple battery ' },
      { token: desktop },
    );
  const refused = await change('not it at all');
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({
    code: 'present-password-wrong',
    errors: [{ pointer: '/currentPassword' }],
  });
  expect((await change(password)).status).toBe(204);
  expect(await openOnes(phone, desktop)).toEqual([false, true]);
  expect((await directory.signIn(worker.login, password)).status).toBe(401);
  expect((await directory.signIn(worker.login, ' staple battery ')).status).toBe(201);
  for (let i = 0; i < 5; i++) await change('not it at all');
  expect((await change(' staple battery ')).status).toBe(429);
});

test('a new password by somebody in charge ends every session and forgives the guesses', async () => {
  const token = await office.signIn(worker);
  for (let i = 0; i < 5; i++) await directory.signIn(worker.login, 'wrong');
  expect((await directory.signIn(worker.login, password)).status).toBe(429);
  await directory.done(
    `POST /api/accounts/${worker.accountId}/reset-password`,
    { password: 'fresh start' },
    as(holding('director', site)),
  );
  expect(await isOpen(token)).toBe(false);
  expect((await directory.signIn(worker.login, 'fresh start', '198.51.100.200')).status).toBe(201);
});

test('nobody takes over an account that reaches further than their own', async () => {
  const director = await office.worker(site, 'director');
  const lead = as(holding('desk-lead', site));
  const told = await directory.ask(
    `POST /api/accounts/${director.accountId}/reset-password`,
    { password: 'taken over' },
    lead,
  );
  expect([told.status, told.body.code]).toEqual([403, 'beyond-authority']);
  const personId = await office.person(site);
  await office.role(personId, 'operator');
  const opened = await directory.ask(
    'POST /api/accounts',
    { personId, login: office.next('x-login'), password },
    lead,
  );
  expect(opened.status).toBe(403);
});

test('a session nobody uses ends, and so does one that is used too long', async () => {
  const [unused, old] = [await office.signIn(worker), await office.signIn(worker)];
  const sessionOf = async (token: string) => (await directory.resolver.resolve(token))!.principal.sessionId;
  await directory.rows(
    `UPDATE session SET last_seen_at = clock_timestamp() - interval '12 hours' WHERE id = $1`,
    [await sessionOf(unused)],
  );
  await directory.rows('UPDATE session SET expires_at = clock_timestamp() WHERE id = $1', [
    await sessionOf(old),
  ]);
  expect(await openOnes(unused, old)).toEqual([false, false]);
});

test('using a session is written down once a minute', async () => {
  const token = await office.signIn(worker);
  const seen = () =>
    directory.rows('SELECT last_seen_at, xmin::text FROM session WHERE account_id = $1', [worker.accountId]);
  const first = await seen();
  await isOpen(token);
  expect(await seen()).toEqual(first);
  await directory.rows(
    `UPDATE session SET last_seen_at = last_seen_at - interval '61 seconds' WHERE account_id = $1`,
    [worker.accountId],
  );
  const before = await seen();
  expect(await openOnes(token, token)).toEqual([true, true]);
  expect(await seen()).not.toEqual(before);
});

test('roles, crews and homes count from their first to before their last instant', async () => {
  const token = await office.signIn(worker);
  const home = await office.home(site);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  await office.tie(worker.personId, home, { kind: 'tenant', from: at(1), until: at(3) });
  const crew = await directory.done(
    'POST /api/crews',
    { siteId: site, code: office.next('C'), name: { zh: '班' }, skills: ['general'] },
    as(operator),
  );
  await directory.done(
    `POST /api/crews/${crew.id}/members`,
    { personId: worker.personId, from: at(1), until: at(3) },
    as(operator),
  );
  await directory.done(
    'POST /api/role-grants',
    { personId: worker.personId, role: 'clerk', siteId: site, from: at(1), until: at(3) },
    as(operator),
  );
  const today = async () => {
    const { roles, crews, homes } = (await directory.resolver.resolve(token))!.principal;
    return { roles: roles.map(({ role }) => role), crews, homes };
  };
  const before = { roles: ['technician'], crews: [], homes: [] };
  expect(await today()).toEqual(before);
  await directory.moveClock('2 hours');
  expect(await today()).toEqual({
    roles: ['clerk', 'resident', 'technician'],
    crews: [crew.id],
    homes: [home],
  });
  await directory.moveClock('1 hour');
  expect(await today()).toEqual(before);
});

test('anything may be asked for as a token', async () => {
  for (const token of ['', 'x'.repeat(500), '漏水', '\u0000'])
    expect(await directory.resolver.resolve(token)).toBeNull();
});
