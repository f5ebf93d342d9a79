import { newId } from '@property-office/kernel';
import { Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

let tickets: TicketsUnderTest;
let office: Office;

beforeAll(async () => {
  tickets = await TicketsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(tickets);
});
afterAll(() => tickets.close());

const counted = async (table: string, column: string, id: string): Promise<number> =>
  (await tickets.rows(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id])).length;

describe('reporting a repair (W2.2)', () => {
  it('writes the request, its event, the outbox and who may act in one transaction', async () => {
    const { status, body } = await office.report();
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'open', repairClass: 'P2', channel: 'portal', version: 1, number: expect.stringMatching(/^R-\d{8}-\d+$/) });
    const { id } = body as { id: string };
    expect(await tickets.events(id)).toMatchObject([
      { type: 'tickets.repair-requested.v1', version: 1, data: { skill: 'plumbing', reporterId: office.resident.personId } },
    ]);
    expect(await tickets.rows('SELECT 1 FROM outbox_pending p JOIN ledger l USING (event_id) WHERE l.aggregate_id = $1', [id])).toHaveLength(1);
    expect(await tickets.rows('SELECT subject, "right" FROM object_access WHERE object_id = $1', [id])).toEqual([
      { subject: `person:${office.resident.personId}`, right: 'act' },
    ]);
    const transactions = await tickets.rows(
      `SELECT DISTINCT x FROM (SELECT xmin::text AS x FROM repair_request WHERE id = $1 UNION ALL SELECT xmin::text FROM ledger WHERE aggregate_id = $1
       UNION ALL SELECT xmin::text FROM object_access WHERE object_id = $1) AS written`,
      [id],
    );
    expect(transactions).toHaveLength(1);
  });

  it.each([
    ['an unknown category', { category: 'magic' }, 400, 'category-unknown'],
    ["somebody else's home", { location: { homeId: 'other' } }, 400, 'location-unknown'],
    ['a fault seen tomorrow', { seenAt: '2099-01-01T00:00:00Z' }, 400, 'seen-in-future'],
    ['a resident reporting for another', { onBehalfOf: newId() }, 403, 'on-behalf-not-allowed'],
  ])('refuses %s and leaves nothing behind', async (_, more, status, code) => {
    const said = 'location' in more ? { location: { homeId: office.otherHome } } : more;
    expect(await office.report(said)).toMatchObject({ status, body: { code } });
    expect(await counted('repair_request', 'site_id', office.siteId)).toBe(0);
    expect(await counted('ledger', 'site_id', office.siteId)).toBe(0);
    expect(await counted('object_access', 'site_id', office.siteId)).toBe(0);
  });

  it('answers alike for a home of another site and an invented one', async () => {
    const elsewhere = await Office.open(tickets);
    const invented = '01938f5a-0000-7657-8665-6e7400000000';
    for (const role of ['desk', 'technician', 'resident'] as const) {
      const told = await Promise.all(
        [elsewhere.home, invented].map((homeId) => office.report({ location: { homeId } }, role === 'resident' ? office.resident : office.holding(role))),
      );
      const answers = told.map(({ status, body }) => ({ status, ...body, requestId: '' }));
      expect(answers[0]).toMatchObject({ status: 400, code: 'location-unknown' });
      expect(answers[1]).toEqual(answers[0]);
    }
  });

  it('answers twins under one Idempotency-Key alike, and makes one request', async () => {
    const headers = { 'idempotency-key': newId() };
    const [one, other] = await Promise.all([office.report({}, office.resident, headers), office.report({}, office.resident, headers)]);
    expect(one).toEqual(other);
    expect(one.status).toBe(201);
    expect(await counted('repair_request', 'site_id', office.siteId)).toBe(1);
  });

  it('takes an external reference once per site, also from two imports at once, and says so with 409', async () => {
    const importer = office.holding('importer');
    const more = { externalReference: 'OLD-1' };
    const told = await Promise.all([office.report(more, importer), office.report(more, importer)]);
    expect(told.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await office.report(more, importer)).toMatchObject({
      status: 409,
      body: { code: 'external-reference-taken', detail: expect.stringContaining('OLD-1'), errors: [{ pointer: '/externalReference' }] },
    });
    expect(await counted('repair_request', 'site_id', office.siteId)).toBe(1);
    expect((await (await Office.open(tickets)).report(more)).status).toBe(201);
  });

  it('takes another number where a database that lost its last seconds gives one again, also when many report at once', async () => {
    await office.report();
    await tickets.admin.query(`SELECT setval('repair_number', last_value - 50) FROM repair_number`);
    const told = await Promise.all(Array.from({ length: 120 }, () => office.report()));
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([201]));
    expect(await counted('repair_request', 'site_id', office.siteId)).toBe(121);
  });
});
