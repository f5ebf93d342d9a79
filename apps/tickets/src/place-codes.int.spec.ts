import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, TicketsUnderTest } from './tickets.fixture';

const site = newId();
let tickets: TicketsUnderTest;
let place: string;

const durables = ['tickets__places_v1', 'tickets__named_places_v1'];
const staff = (role: Principal['roles'][number]['role'], siteId: string | null = site): Principal => ({
  personId: newId(),
  accountId: newId(),
  sessionId: newId(),
  name: '孙丽',
  roles: [{ role, siteId }],
  crews: [],
  homes: [],
});

async function register(kind: 'site' | 'public-place' | 'home', id: string, label: string, labelEn: string, type: 'registered' | 'changed' = 'registered', version = 1) {
  const data = {
    placeId: id,
    kind,
    parentId: null,
    buildingId: null,
    code: id,
    nameZh: label,
    nameEn: labelEn,
    label,
    labelEn,
    timeZone: kind === 'site' ? 'Asia/Shanghai' : null,
    externalCode: null,
  };
  const event = announced(`directory.place-${type}.v1`, id, site, data, { aggregateversion: version });
  await tickets.hear(event, type === 'registered' ? durables : ['tickets__named_places_v1']);
}

const codeOf = async (id: string) =>
  (await tickets.rows<{ code: string }>('SELECT code FROM place_code WHERE place_id = $1', [id]))[0]?.code;
const visit = async (code: string) => (await tickets.askAsNobody(`GET /api/place-codes/${code}`)).body.visit as string;
const report = async (code: string, body: object = {}, more: Record<string, string> = {}) =>
  tickets.askAsNobody(
    `POST /api/place-codes/${code}/repair-requests`,
    { visit: await visit(code), category: 'light', description: '大堂灯不亮', ...body },
    more,
  );

beforeAll(async () => {
  tickets = await TicketsUnderTest.open();
  place = newId();
  await register('site', site, '阳光花园', 'Sunshine Garden');
  await register('public-place', place, '3栋大堂', 'Building 3, Lobby');
});
afterAll(() => tickets.close());
beforeEach(() => tickets.rows('DELETE FROM quota'));

test('each public place has an unguessable code, the same however often its events are told', async () => {
  const code = await codeOf(place);
  expect(code).toMatch(/^[\w-]{22}$/);
  await register('public-place', place, '3栋大厅', 'Building 3, Hall', 'changed', 2);
  expect(await codeOf(place)).toBe(code);
  const home = newId();
  await register('home', home, '501', '501');
  expect(await codeOf(home)).toBeUndefined();
  const { status, body } = await tickets.askAsNobody(`GET /api/place-codes/${code}`);
  expect([status, body.place.zh, body.site.zh]).toEqual([200, '3栋大厅', '阳光花园']);
  expect(body.categories.length).toBeGreaterThan(3);
  expect(JSON.stringify(body)).not.toContain(place);
});

test('a code that is none is told nothing', async () => {
  for (const code of ['x', 'A'.repeat(22), `${await codeOf(place)}x`, '%27%20OR%201%3D1', place]) {
    const { status, body } = await tickets.askAsNobody(`GET /api/place-codes/${code}`);
    expect([status, body.code]).toEqual([404, 'place-code-unknown']);
  }
});

test('a report without an account gets a number and a secret link to follow it by', async () => {
  const code = (await codeOf(place))!;
  const { status, body } = await report(code, { phone: '13800138000' });
  expect([status, body.status]).toEqual([201, 'open']);
  const [row] = await tickets.rows<{ id: string; reporter_id: string | null; channel: string; contact_cipher: string; location_id: string }>(
    'SELECT id, reporter_id, channel, contact_cipher, location_id FROM repair_request WHERE number = $1',
    [body.number],
  );
  expect(row).toMatchObject({ reporter_id: null, channel: 'portal', location_id: place });
  expect(row!.contact_cipher).not.toContain('13800138000');
  expect(await tickets.told(row!.id)).toEqual(['repair-requested']);
  const followed = await tickets.askAsNobody(`GET ${body.followUrl}`);
  expect(followed.body).toMatchObject({ number: body.number, status: 'open', statusName: 'open', category: { zh: '电灯' } });
  expect(JSON.stringify(followed.body)).not.toMatch(/大堂灯不亮|138/);
  await tickets.act(row!.id, 'cancel', staff('desk'), { reason: '已修好' });
  expect((await tickets.askAsNobody(`GET ${body.followUrl}`)).body.status).toBe('cancelled');
});

test('a report gets another number where a database that lost its last seconds gives one again', async () => {
  const code = (await codeOf(place))!;
  const first = await report(code);
  await tickets.admin.query(`SELECT setval('repair_number', last_value - 50) FROM repair_number`);
  const told = [];
  // As many as a process takes numbers for at once.
  for (let n = 0; n < 50; n += 1) {
    await tickets.rows('DELETE FROM quota');
    told.push(await report(code));
  }
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set([first, ...told].map(({ body }) => body.number)).size).toBe(51);
});

test('a link is followed by its secret alone', async () => {
  const { body } = await report((await codeOf(place))!);
  const [path, token] = [body.followUrl.replace(/[^/]*$/, ''), body.followUrl.split('/').at(-1) as string];
  const [id, ...secret] = token.split('.');
  const other = await report((await codeOf(place))!);
  const otherId = (other.body.followUrl.split('/').at(-1) as string).split('.')[0];
  for (const forged of [id!, `${id}.`, `${id}.x.y`, `${otherId}.${secret.join('.')}`, 'x', `${token}x`]) {
    const told = await tickets.askAsNobody(`GET ${path}${forged}`);
    expect([forged, told.status]).toEqual([forged, 404]);
  }
});

test('what is wrong with a report is said, in both languages', async () => {
  const code = (await codeOf(place))!;
  const expired = await report(code, { visit: 'a.b.1.c' });
  expect([expired.status, expired.body.code, expired.body.errors[0].pointer]).toEqual([400, 'visit-ended', '/visit']);
  expect(expired.body.title).toBe('The visit is over: scan the code again');
  const chinese = await report(code, { visit: 'a.b.1.c' }, { 'accept-language': 'zh-CN' });
  expect(chinese.body.title).toBe('扫码已过期，请重新扫码');
  expect((await report(code, { category: 'nothing' })).body.code).toBe('category-unknown');
  expect((await report(code, { description: 'x'.repeat(501) })).body.errors[0].pointer).toBe('/description');
  expect((await report(code, { location: { place } })).status).toBe(400);
  const pass = await visit(code);
  const nowhere = await tickets.askAsNobody(`POST /api/place-codes/${'A'.repeat(22)}/repair-requests`, { visit: pass, category: 'light', description: '灯' });
  expect(nowhere.body.code).toBe('place-code-unknown');
});

test('the same report sent twice under its key is one; a second visit under the key is another', async () => {
  const code = (await codeOf(place))!;
  const body = { visit: await visit(code), category: 'light', description: '重复' };
  const send = (more: object = {}) =>
    tickets.askAsNobody(`POST /api/place-codes/${code}/repair-requests`, { ...body, ...more }, { 'idempotency-key': 'once' });
  const twins = await Promise.all([send(), send(), send()]);
  expect(new Set(twins.map(({ body: told }) => told.number)).size).toBe(1);
  expect((await send({ description: '别的' })).status).toBe(422);
  expect((await send({ visit: await visit(code) })).body.number).not.toBe(twins[0]!.body.number);
});

test('the same words in one visit are one report, however often they are sent; other words are another', async () => {
  const code = (await codeOf(place))!;
  const pass = await visit(code);
  const send = (more: object = {}) => report(code, { visit: pass, description: '门禁坏了', ...more });
  const twins = await Promise.all([send(), send(), send()]);
  expect(twins.map(({ status }) => status)).toEqual([201, 201, 201]);
  const again = await send({ phone: '13800138000' });
  expect(again.body).toEqual(twins[0]!.body);
  expect(new Set(twins.map(({ body }) => body.number)).size).toBe(1);
  expect((await send({ description: '灯也坏了' })).body.number).not.toBe(again.body.number);
  expect((await report(code, { description: '门禁坏了' })).body.number).not.toBe(again.body.number);
});

test('reports are limited from one address and at one place', async () => {
  const code = (await codeOf(place))!;
  for (let i = 0; i < 10; i++) expect((await report(code, {}, { 'x-forwarded-for': '203.0.113.1' })).status).toBe(201);
  const eleventh = await report(code, {}, { 'x-forwarded-for': '203.0.113.1' });
  expect([eleventh.status, eleventh.body.code]).toEqual([429, 'quota-used-up']);
  for (let i = 0; i < 20; i++) expect((await report(code, {}, { 'x-forwarded-for': `198.51.100.${i}` })).status).toBe(201);
  expect((await report(code, {}, { 'x-forwarded-for': '198.51.100.99' })).status).toBe(429);
  const other = newId();
  await register('public-place', other, '屋顶', 'Roof');
  expect((await report((await codeOf(other))!, {}, { 'x-forwarded-for': '198.51.100.99' })).status).toBe(201);
  const kept = JSON.stringify(await tickets.rows('SELECT key FROM quota'));
  expect(kept).not.toContain('203.0.113.1');
});

test('staff print the sheet, and change a code that is misused: the one before is good no more', async () => {
  const code = (await codeOf(place))!;
  const sheet = await tickets.text(`GET /api/places/${place}/qr`, staff('clerk'));
  expect(sheet.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
  expect(sheet.text).toContain('阳光花园');
  for (const [who, status] of [
    [staff('resident'), 403],
    [staff('technician'), 403],
    [staff('desk', newId()), 404],
  ] as const)
    expect((await tickets.text(`GET /api/places/${place}/qr`, who)).status).toBe(status);
  expect((await tickets.ask(`POST /api/places/${place}/change-code`, staff('desk'))).status).toBe(403);
  const changed = await tickets.ask(`POST /api/places/${place}/change-code`, staff('desk-lead'));
  expect([changed.status, changed.body.version]).toEqual([200, 2]);
  expect((await tickets.askAsNobody(`GET /api/place-codes/${code}`)).status).toBe(404);
  expect((await tickets.askAsNobody(`GET /api/place-codes/${await codeOf(place)}`)).status).toBe(200);
  expect((await tickets.ask(`POST /api/places/${newId()}/change-code`, staff('desk-lead'))).body.code).toBe('public-place-unknown');
  const audited = await tickets.rows('SELECT 1 FROM audit WHERE operation = $1', ['tickets.changePlaceCode']);
  expect(audited).toHaveLength(1);
});

test('W6.4: a receipt in large type for who may see the request, its words as text', async () => {
  const home = newId();
  await register('home', home, '3栋2单元501', 'Building 3, Entrance 2, 501');
  const resident = { ...staff('resident'), homes: [home] };
  const { body } = await tickets.ask('POST /api/repair-requests', resident, {
    category: 'water-leak',
    description: '<b>厨房</b>漏水',
    location: { homeId: home },
  });
  for (const who of [resident, staff('desk')]) {
    const receipt = await tickets.text(`GET /api/repair-requests/${body.id}/receipt`, who);
    expect([receipt.status, receipt.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    for (const text of [body.number, '阳光花园', '3栋2单元501', '漏水', 'Water leak', '&lt;b&gt;厨房&lt;/b&gt;']) expect(receipt.text).toContain(text);
    expect(receipt.text).not.toContain('<b>');
    const url = /aria-label="([^"]+)"/.exec(receipt.text)![1]!;
    const followed = await tickets.askAsNobody(`GET /api/followed-repairs/${url.split('/').at(-1)}`);
    expect(followed.body.number).toBe(body.number);
  }
  for (const stranger of [{ ...staff('resident'), homes: [home] }, staff('desk', newId())])
    expect((await tickets.text(`GET /api/repair-requests/${body.id}/receipt`, stranger)).status).toBe(404);

  const urgent = (await tickets.ask('POST /api/repair-requests', resident, { category: 'gas', description: '有煤气味', location: { homeId: home } })).body.id;
  const promisedUntil = async () => (await tickets.text(`GET /api/repair-requests/${urgent}/receipt`, resident)).text.includes('最迟');
  expect(await promisedUntil()).toBe(true);
  expect((await tickets.act(urgent, 'cancel', resident, { reason: '不用了' })).status).toBe(200);
  expect(await promisedUntil()).toBe(false);
});
