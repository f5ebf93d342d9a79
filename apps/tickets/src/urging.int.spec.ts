import { march, RunningRepair } from './clocks.fixture';
import { Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

describe('urging a repair on (催单, W2.2)', () => {
  let tickets: TicketsUnderTest;
  let office: Office;

  beforeAll(async () => {
    tickets = await TicketsUnderTest.open();
  });
  beforeEach(async () => {
    await tickets.rows(`UPDATE tickets.timer SET status = 'cancelled' WHERE status = 'set'`);
    await tickets.showTime(march('10:00'));
    office = await Office.open(tickets);
  });
  afterAll(() => tickets.close());

  const after = (minutes: number) => new Date(march('10:00').getTime() + minutes * 60_000);
  const urge = (id: string, who = office.resident, body: object = {}) => tickets.act(id, 'urge', who, body);

  it('is counted, and shown; the state stays', async () => {
    const id = await office.reported();
    expect(await office.read(id)).toMatchObject({ body: { urgedCount: 0, lastUrgedAt: null } });
    expect(await urge(id, office.resident, { words: '水漫到客厅了' })).toMatchObject({
      status: 200,
      body: { status: 'open', urgedCount: 1, lastUrgedAt: expect.stringContaining('2027-03-03T02:00') },
    });
    expect((await tickets.events(id)).at(-1)).toMatchObject({
      type: 'tickets.repair-urged.v1',
      data: { episode: 1, count: 1, words: '水漫到客厅了', responsibleId: null, repairClass: 'P2' },
    });
  });

  it('names whoever has the work in hand', async () => {
    const repair = new RunningRepair(tickets, office, await office.reported());
    await repair.work('assigned', march('10:00'));
    await repair.work('accepted', march('10:00'));
    expect((await urge(repair.id)).status).toBe(200);
    expect((await tickets.events(repair.id)).at(-1)!.data).toMatchObject({ responsibleId: repair.technicianId, words: null });
  });

  it('is for the reporter and the desk on their behalf, not for a crew', async () => {
    const id = await office.reported();
    expect((await urge(id, office.holding('technician'))).status).toBe(403);
    expect((await urge(id, office.holding('resident'))).status).toBe(404);
    expect((await urge(id, office.desk, { words: '来电催促' })).status).toBe(200);
  });

  it.each([
    ['water-leak', 120],
    ['pipe-burst', 30],
  ])('is not repeated at once (%s: %d minutes), by nobody, and says when it may be', async (category, minutes) => {
    const id = await office.reported({ category });
    await urge(id);
    await tickets.showTime(after(10.5));
    const refused = await urge(id, office.desk);
    expect(refused).toMatchObject({ status: 429, body: { code: 'urged-just-now', detail: expect.stringContaining(`in ${minutes - 10} minutes`) } });
    expect(await tickets.told(id)).toEqual(['repair-requested', 'repair-urged']);
    await tickets.showTime(after(minutes + 0.5));
    expect(await urge(id)).toMatchObject({ status: 200, body: { urgedCount: 2 } });
  });

  it('is not repeated at once either by who says that it happened at another time', async () => {
    await tickets.showTime(after(-180));
    const id = await office.reported();
    await tickets.showTime(after(0));
    expect((await urge(id, office.desk, { happenedAt: after(-179).toISOString(), lateReason: '停电' })).status).toBe(200);
    const refused = await tickets.answer(`POST /api/repair-requests/${id}/urge`, office.desk, { happenedAt: after(-50).toISOString(), lateReason: '停电' });
    expect(refused).toMatchObject({ status: 429, body: { code: 'urged-just-now' } });
    expect(refused.headers).toMatchObject({ 'retry-after': '7200' });
    await tickets.showTime(after(121));
    // Not held back by an urging that is told as of before.
    expect((await urge(id, office.desk, { happenedAt: after(119).toISOString() })).status).toBe(200);
  });

  it('goes on while work waits, and is over with the work', async () => {
    const id = await office.reported();
    await tickets.fact(id, 'work-started');
    await tickets.fact(id, 'work-paused');
    expect(await urge(id)).toMatchObject({ status: 200, body: { status: 'waiting' } });
    await tickets.fact(id, 'work-finished');
    await tickets.showTime(march('16:00'));
    expect(await urge(id)).toMatchObject({ status: 409, body: { code: 'illegal-move', detail: expect.stringContaining('Allowed now: reopen') } });
  });
});
