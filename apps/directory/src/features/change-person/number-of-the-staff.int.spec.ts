import { DirectoryUnderTest, holding } from '../../directory.fixture';
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
beforeEach(() => directory.rows('DELETE FROM quota'));

const newPhone = () => `139${String((number += 1)).padStart(8, '0')}`;
const enter = (phone: string, code: string) => directory.ask('POST /api/sessions', { phone, code });

describe('a number that the staff wrote down', () => {
  const desk = () => ({ principal: holding('desk', site) });
  const change = async (id: string, body: object, asking: object) => {
    const { headers } = await directory.ask(`GET /api/people/${id}`, undefined, desk());
    return directory.ask(`PATCH /api/people/${id}`, body, { ...asking, ifMatch: String(headers['etag']) });
  };
  const resident = async () => {
    const phone = newPhone();
    const id = await office.person(site, { phone });
    await office.tie(id, await office.home(site));
    const { token } = await directory.enter(phone);
    return { id, phone, token };
  };

  test('opens nothing and ends what is open, though the code was right; the old one opens nothing either', async () => {
    for (const role of ['desk', 'desk-lead', 'clerk', 'director'] as const) {
      const { id, phone, token } = await resident();
      const theirs = newPhone();
      const asking = { principal: holding(role, site) };
      const changed = await change(id, { phone: theirs, code: await directory.codeFor(theirs) }, asking);
      expect([role, changed.status, changed.body.phoneShown]).toEqual([role, 200, false]);
      expect((await directory.ask('GET /api/sessions/current', undefined, { token })).status).toBe(401);
      const refused = await enter(theirs, await directory.codeFor(theirs));
      expect([refused.status, refused.body.code]).toEqual([403, 'phone-not-shown']);
      expect((await directory.enter(phone)).principal.id).not.toBe(id);
      await directory.rows('DELETE FROM quota');
    }
  });

  test('opens sign-in by its code before somebody else of the staff, never before whoever wrote it', async () => {
    const { id } = await resident();
    const next = newPhone();
    const writer = { principal: holding('director', site) };
    await change(id, { phone: next }, writer);
    const alone = await change(id, { phone: next, code: await directory.codeFor(next) }, writer);
    expect([alone.status, alone.body.code]).toEqual([403, 'phone-by-another']);
    const deputy = holding('technician', site, {
      deputyships: [{ forPersonId: writer.principal.personId, kind: 'approvals', roles: writer.principal.roles }],
    });
    const forThem = await change(id, { phone: next, code: await directory.codeFor(next) }, { principal: deputy });
    expect(forThem.body.code).toBe('phone-by-another');
    expect((await change(id, { phone: next, code: 'abcdef' }, desk())).body.phoneShown).toBe(false);
    const shown = await change(id, { phone: next, code: await directory.codeFor(next) }, desk());
    expect([shown.status, shown.body.phoneShown]).toEqual([200, true]);
    expect((await directory.enter(next)).principal.id).toBe(id);
    const events = await directory.rows<{ data: object }>(
      `SELECT data FROM ledger WHERE aggregate_id = $1 AND type = 'directory.person-changed.v1' ORDER BY aggregate_version`,
      [id],
    );
    expect(events.map(({ data }) => data)).toEqual([
      { personId: id, fields: ['phone'], hasPhone: true, phoneShown: false },
      { personId: id, fields: ['phone'], hasPhone: true, phoneShown: true },
    ]);
  });

  test('does not stand in the way of whose it really is', async () => {
    const [victim, neighbour] = [await resident(), await resident()];
    await change(victim.id, { phone: neighbour.phone }, desk());
    expect((await directory.enter(neighbour.phone)).principal.id).toBe(neighbour.id);
  });
});
