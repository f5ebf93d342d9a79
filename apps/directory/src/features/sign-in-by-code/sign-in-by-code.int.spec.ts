import { DirectoryUnderTest } from '../../directory.fixture';
import { Office } from '../../office.fixture';

let directory: DirectoryUnderTest;
let office: Office;
let site: string;
let number = 0;

beforeAll(async () => {
  directory = await DirectoryUnderTest.open();
  office = new Office(directory);
  site = await office.site();
});
afterAll(() => directory.close());
beforeEach(() => directory.rows('DELETE FROM sign_in_failure'));

const newPhone = () => `139${String((number += 1)).padStart(8, '0')}`;
const enter = (phone: string, code: string, source?: string) =>
  directory.ask('POST /api/sessions', { phone, code }, source === undefined ? {} : { source });
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const peopleWith = async (phone: string) =>
  directory.rows<{ id: string }>('SELECT id FROM person WHERE phone_index = $1', [
    directory.fieldCipher.blindIndex('directory.person.phone', phone),
  ]);

test('a known phone enters at once, and the account is made for who has none', async () => {
  const phone = newPhone();
  const person = await office.person(site, { name: '林晓雨', phone });
  const home = await office.home(site);
  await office.tie(person, home);
  const { principal, token } = await directory.enter(`+86 ${phone}`);
  expect(principal).toMatchObject({
    id: person,
    name: '林晓雨',
    roles: [{ role: 'resident', siteId: site }],
    homes: [{ id: home }],
  });
  expect((await directory.ask(`GET /api/homes/${home}`, undefined, { token })).status).toBe(200);
  const again = await directory.enter(phone);
  expect(again.principal).toMatchObject({ id: person, accountId: principal.accountId });
  expect(await peopleWith(phone)).toEqual([{ id: person }]);
  const [account] = await directory.rows<{ login: string; password_hash: string | null }>(
    'SELECT login, password_hash FROM account WHERE person_id = $1',
    [person],
  );
  expect(account!.password_hash).toBeNull();
  expect(account!.login).not.toContain(phone);
  expect((await directory.signIn(account!.login, 'anything at all')).status).toBe(401);
});

test('an unknown phone is a new person, tied to nothing, who may only claim a home', async () => {
  const phone = newPhone();
  const { principal, token } = await directory.enter(phone);
  expect(principal).toMatchObject({ name: '新住户', roles: [], homes: [], sites: [] });
  expect((await directory.enter(phone)).principal.id).toBe(principal.id);
  for (const refused of ['GET /api/places', 'GET /api/homes', 'GET /api/people', 'GET /api/crews']) {
    const { status, body } = await directory.ask(refused, undefined, { token });
    expect([refused, status, body.code]).toEqual([refused, 403, 'home-first']);
  }
  const inEnglish = await directory.ask('GET /api/people', undefined, {
    token,
    headers: { 'accept-language': 'en' },
  });
  expect(inEnglish.body.title).toBe('Claim your home first');
  expect((await directory.done('GET /api/sites', undefined, { token })).items).toEqual([]);
});

test('an answer to who asks for a code tells nothing of whether the number is known', async () => {
  const known = newPhone();
  await office.person(site, { phone: known });
  const told = [];
  for (const phone of [known, newPhone()]) {
    await directory.rows('DELETE FROM quota');
    told.push(await directory.ask('POST /api/one-time-codes', { phone }));
  }
  expect(told.map(({ status }) => status)).toEqual([200, 200]);
  expect(told[0]!.body).toEqual(told[1]!.body);
  expect(directory.messages.at(-2)).toMatchObject({ phone: known, language: 'zh', purpose: 'sign-in' });
  expect(directory.messages.at(-1)!.code).toMatch(/^\d{6}$/);
  const wrong = [await enter(known, 'abcdef'), await enter(newPhone(), 'abcdef')];
  for (const { status, body } of wrong) {
    expect(status).toBe(401);
    expect({ ...body, requestId: '' }).toEqual({ ...wrong[0]!.body, requestId: '' });
  }
  expect(wrong[0]!.body).toMatchObject({ code: 'wrong-code', title: '验证码不正确或已失效' });
});

test('neither code nor number is in the database', async () => {
  const phone = newPhone();
  const code = await directory.codeFor(phone);
  const kept = JSON.stringify([
    await directory.rows('SELECT * FROM one_time_code'),
    await directory.rows('SELECT * FROM quota'),
  ]);
  expect(kept).not.toContain(code);
  expect(kept).not.toContain(phone);
});

test('a code opens one door once, also for two at the same moment', async () => {
  const phone = newPhone();
  const code = await directory.codeFor(phone);
  const told = await Promise.all(Array.from({ length: 6 }, () => enter(phone, code)));
  expect(told.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401, 401, 401]);
  expect(await peopleWith(phone)).toHaveLength(1);
});

test('after five wrong tries the right code is good no more', async () => {
  const phone = newPhone();
  const code = await directory.codeFor(phone);
  const told = await Promise.all(Array.from({ length: 20 }, () => enter(phone, other(code))));
  expect(told.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(told.filter(({ status, body }) => status === 429 && body.code === 'sign-in-locked')).toHaveLength(
    15,
  );
  await directory.rows('DELETE FROM sign_in_failure');
  expect((await enter(phone, code)).body.code).toBe('wrong-code');
  expect((await enter(phone, await directory.codeFor(phone))).status).toBe(201);
});

test('a new code does not buy another five guesses at once: failures of the number lock it', async () => {
  const phone = newPhone();
  for (let i = 0; i < 5; i++) {
    const code = await directory.codeFor(phone);
    expect((await enter(phone, other(code))).status).toBe(401);
  }
  const { status, headers, body } = await enter(phone, await directory.codeFor(phone));
  expect([status, body.code]).toEqual([429, 'sign-in-locked']);
  expect(Number(headers['retry-after'])).toBeGreaterThan(20);
});

test('who tries many numbers from one address is locked there', async () => {
  for (let i = 0; i < 30; i++) expect((await enter(newPhone(), '000000', '203.0.113.80')).status).toBe(401);
  expect((await enter(newPhone(), '000000', '203.0.113.80')).status).toBe(429);
});

test('a code is good for five minutes, and the one before the latest is not', async () => {
  const phone = newPhone();
  const first = await directory.codeFor(phone);
  const second = await directory.codeFor(phone);
  if (first !== second) expect((await enter(phone, first)).status).toBe(401);
  await directory.rows(`UPDATE one_time_code SET expires_at = clock_timestamp()`);
  expect((await enter(phone, second)).body.code).toBe('wrong-code');
});

test('another number’s code opens nothing', async () => {
  const code = await directory.codeFor(newPhone());
  expect((await enter(newPhone(), code)).status).toBe(401);
});

test('codes are limited for each number, each source and everybody together', async () => {
  await directory.rows('DELETE FROM quota');
  const ask = (phone: string, source: string) =>
    directory.ask('POST /api/one-time-codes', { phone }, { source });
  const phone = newPhone();
  expect((await ask(phone, '203.0.113.1')).status).toBe(200);
  const again = await ask(phone, '203.0.113.2');
  expect([again.status, again.body.code]).toEqual([429, 'quota-used-up']);
  expect(Number(again.headers['retry-after'])).toBeLessThanOrEqual(60);
  await directory.rows(`DELETE FROM quota WHERE key LIKE 'code minute%'`);
  for (let i = 1; i < 5; i++) {
    expect((await ask(phone, '203.0.113.1')).status).toBe(200);
    await directory.rows(`DELETE FROM quota WHERE key LIKE 'code minute%'`);
  }
  expect((await ask(phone, '203.0.113.1')).status).toBe(429);
  await directory.rows('DELETE FROM quota');
  for (let i = 0; i < 30; i++) expect((await ask(newPhone(), '203.0.113.3')).status).toBe(200);
  expect((await ask(newPhone(), '203.0.113.3')).status).toBe(429);
  await directory.rows(`UPDATE quota SET count = 300 WHERE key LIKE '%everybody'`);
  expect((await ask(newPhone(), '203.0.113.4')).status).toBe(429);
  const sent = directory.messages.length;
  expect((await ask(newPhone(), '203.0.113.5')).status).toBe(429);
  expect(directory.messages).toHaveLength(sent);
});

test('where messages cannot be sent, it says so', async () => {
  await directory.rows('DELETE FROM quota');
  directory.away.notifications = true;
  const { status, headers } = await directory.ask('POST /api/one-time-codes', { phone: newPhone() });
  directory.away.notifications = false;
  expect([status, headers['retry-after']]).toEqual([503, '2']);
  directory.away.provider = true;
  const refused = await directory.ask('POST /api/one-time-codes', { phone: newPhone() });
  directory.away.provider = false;
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '60']);
});

test('staff enter by password only, and whom the office cut off asks the office', async () => {
  const [ofStaff, ofGone] = [newPhone(), newPhone()];
  const clerk = await office.person(site, { phone: ofStaff });
  await office.role(clerk, 'desk', site);
  expect((await enter(ofStaff, await directory.codeFor(ofStaff))).body.code).toBe('password-needed');
  const gone = await directory.enter(ofGone);
  await directory.rows('UPDATE account SET closed_at = now() WHERE id = $1', [gone.principal.accountId]);
  expect((await enter(ofGone, await directory.codeFor(ofGone))).body.code).toBe('entry-closed');
});

test('of a family with one number it is always the same who enters', async () => {
  const phone = newPhone();
  await office.person(site, { name: '爷爷', phone });
  const tied = await office.person(site, { name: '奶奶', phone });
  await office.tie(tied, await office.home(site));
  expect((await directory.enter(phone)).principal.id).toBe(tied);
});

test('one’s own number is changed with a code sent to the new one; nobody takes somebody else’s', async () => {
  const [phone, next] = [newPhone(), newPhone()];
  const person = await office.person(site, { phone });
  await office.tie(person, await office.home(site));
  const { token } = await directory.enter(phone);
  const change = (body: object) =>
    directory.ask(`PATCH /api/people/${person}`, body, { token, ifMatch: '"1"' });
  const refused = await change({ phone: next });
  expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
    400,
    'phone-unproven',
    '/code',
  ]);
  expect((await change({ phone: next, code: await directory.codeFor(phone) })).body.code).toBe(
    'phone-unproven',
  );
  expect((await change({ phone: next, code: await directory.codeFor(next) })).status).toBe(200);
  expect((await directory.enter(next)).principal.id).toBe(person);
});

test('one whole pair, and nothing of the other', async () => {
  const pointers = async (body: object) =>
    (await directory.ask('POST /api/sessions', body)).body.errors.map(
      ({ pointer }: { pointer: string }) => pointer,
    );
  expect(await pointers({})).toEqual(['/login']);
  expect(await pointers({ phone: '13800138000' })).toEqual(['/code']);
  expect(await pointers({ code: '123456' })).toEqual(['/phone']);
  expect(await pointers({ login: 'a', phone: '13800138000', code: '1' })).toEqual(['/phone']);
  expect(await pointers({ phone: 'x', code: '1' })).toEqual(['/phone']);
  expect((await directory.ask('POST /api/one-time-codes', { phone: '12' })).status).toBe(400);
});

test('the same click twice is told so and not counted; a used code is a wrong one later', async () => {
  const phone = newPhone();
  const code = await directory.codeFor(phone);
  expect((await enter(phone, code)).status).toBe(201);
  for (let i = 0; i < 8; i++) {
    const { status, body } = await enter(phone, code);
    expect([status, body.code]).toEqual([401, 'code-used']);
  }
  expect(await directory.rows('SELECT 1 FROM sign_in_failure WHERE count > 0')).toEqual([]);
  await directory.rows(`UPDATE one_time_code SET used_at = used_at - interval '31 seconds'`);
  expect((await enter(phone, code)).body.code).toBe('wrong-code');
  expect(await directory.rows('SELECT 1 FROM sign_in_failure WHERE count > 0')).not.toEqual([]);
});
