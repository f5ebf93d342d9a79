import { DirectoryUnderTest, holding } from '../directory.fixture';
import { as, Office } from '../office.fixture';

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

const desk = () => as(holding('desk', site));
const newPhone = () => `135${String((number += 1)).padStart(8, '0')}`;
const put = (home: string, body: object, asking: object, version = 0) =>
  directory.ask(`PUT /api/homes/${home}/care`, body, { ...asking, ifMatch: `"${version}"` });
const read = (home: string, asking: object) =>
  directory.done(`GET /api/homes/${home}/care`, undefined, asking);
const wishes = { noPhone: true, wishes: '听力不好，请按两次门铃' };
async function lived(): Promise<{ home: string; person: string }> {
  const home = await office.home(site);
  const person = await office.person(site, { name: '老人' });
  await office.tie(person, home);
  return { home, person };
}
const lastEvent = async () =>
  (
    await directory.rows<{ type: string; data: { wishes: string; contactId: string | null } }>(
      'SELECT type, data FROM ledger ORDER BY seq DESC LIMIT 1',
    )
  )[0]!;

test('wishes and who is called instead; the number stays in directory, masked', async () => {
  const { home } = await lived();
  const phone = newPhone();
  const contact = { name: '女儿小敏', phone, relation: '女儿' };
  const { status, body } = await put(home, { ...wishes, contact }, desk());
  expect([status, body.version]).toEqual([200, 1]);
  const seen = await read(home, desk());
  expect(seen).toMatchObject({ ...wishes, contact: { name: '女儿小敏', relation: '女儿' } });
  expect(seen.contact.phone).toMatch(/^135\*{4}\d{4}$/);
  const { type, data } = await lastEvent();
  expect(type).toBe('directory.home-care-changed.v1');
  expect(data).toMatchObject({ homeId: home, ...wishes, contactId: seen.contact.personId });
  expect(JSON.stringify(data)).not.toMatch(new RegExp(`小敏|${phone}`));
  const unmasked = await directory.done(
    `POST /api/people/${seen.contact.personId}/unmask`,
    { reason: '通知上门时间' },
    desk(),
  );
  expect(unmasked.phone).toBe(phone);
});

test('whoever lives there writes and reads it, nobody else', async () => {
  const { home, person } = await lived();
  const own = as(holding('resident', site, { personId: person, homes: [home] }));
  expect((await put(home, wishes, own)).status).toBe(200);
  expect((await read(home, own)).wishes).toBe(wishes.wishes);
  const stranger = as(holding('resident', site, { homes: [await office.home(site)] }));
  expect((await put(home, wishes, stranger, 1)).status).toBe(404);
  expect((await directory.ask(`GET /api/homes/${home}/care`, undefined, stranger)).status).toBe(404);
  expect((await put(home, wishes, as(holding('desk', await office.site())), 1)).status).toBe(404);
  expect((await put(home, wishes, as(holding('technician', site)), 1)).status).toBe(403);
});

test('a home where nobody lives has no wishes; what is overwritten was seen', async () => {
  const empty = await office.home(site);
  const refused = await directory.ask(`PUT /api/homes/${empty}/care`, wishes, {
    ...desk(),
    ifMatch: '"0"',
    headers: { 'accept-language': 'en' },
  });
  expect([refused.status, refused.body.title]).toEqual([409, 'Nobody is registered in this home']);
  const { home } = await lived();
  expect((await directory.ask(`PUT /api/homes/${home}/care`, wishes, desk())).status).toBe(428);
  expect((await put(home, wishes, desk(), 3)).status).toBe(412);
  expect((await put(home, { wishes: 'x'.repeat(301) }, desk())).body.errors[0].pointer).toBe('/wishes');
  const told = await Promise.all([put(home, wishes, desk()), put(home, { wishes: '别的' }, desk())]);
  expect(told.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test('it goes with the last of those it was written for: the next owner never sees it', async () => {
  const { home } = await lived();
  const second = await office.person(site, { name: '老伴' });
  await office.tie(second, home, { kind: 'family' });
  await put(home, { ...wishes, contact: { name: '女儿', phone: newPhone() } }, desk());
  const next = await office.person(site, { name: '新主人' });
  await office.tie(next, home);
  const out = (personId: string) => directory.done(`POST /api/homes/${home}/move-out`, { personId }, desk());
  const [first] = await directory.rows<{ person_id: string }>(
    `SELECT person_id FROM tie WHERE home_id = $1 ORDER BY starts_at LIMIT 1`,
    [home],
  );
  await out(first!.person_id);
  expect((await read(home, desk())).wishes).toBe(wishes.wishes);
  await out(second);
  expect(await read(home, as(holding('resident', site, { personId: next, homes: [home] })))).toMatchObject({
    noPhone: false,
    wishes: '',
    contact: null,
  });
  const { type, data } = await lastEvent();
  expect([type, data.wishes, data.contactId]).toEqual(['directory.home-care-changed.v1', '', null]);
});

test('it goes, too, when the end date of the last tie comes', async () => {
  const home = await office.home(site);
  const person = await office.person(site);
  await office.tie(person, home, { kind: 'tenant', until: new Date(Date.now() + 86_400_000).toISOString() });
  await put(home, wishes, desk());
  await directory.moveClock('2 days');
  await directory.runtime.timers.fireDue();
  expect((await read(home, desk())).wishes).toBe('');
  await directory.moveClock('-2 days');
});

test('the desk writes that a household asked for urgent SMS, which stands until it is taken back by name or they have left (W2.4)', async () => {
  const { home, person } = await lived();
  const written = [await put(home, wishes, desk()), await put(home, { ...wishes, urgentBySms: true }, desk(), 1), await put(home, { noPhone: true }, desk(), 2)];
  expect(written.map(({ body }) => body.urgentBySms)).toEqual([false, true, true]);
  expect((await lastEvent()).data).toMatchObject({ homeId: home, urgentBySms: true });
  await directory.done(`POST /api/homes/${home}/move-out`, { personId: person }, desk());
  expect(await read(home, desk())).toMatchObject({ urgentBySms: false });
  expect((await lastEvent()).data).toMatchObject({ homeId: home, urgentBySms: false });
});

test('who is called instead, whoever calls asks the home; nobody else is told (G7)', async () => {
  const { home } = await lived();
  await put(home, { ...wishes, contact: { name: '女儿', phone: newPhone() } }, desk());
  for (const role of ['desk', 'duty-officer'] as const) expect((await read(home, as(holding(role, site)))).contact).toMatchObject({ name: '女儿', phone: expect.stringContaining('****') });
  for (const role of ['department-head', 'company', 'technician'] as const)
    expect((await directory.ask(`GET /api/homes/${home}/care`, undefined, as(holding(role, site)))).status).toBe(403);
});
