import { newId } from '@property-office/kernel';
import { Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

describe('me too, instead of another report (我也遇到, main flow 1)', () => {
  let tickets: TicketsUnderTest;
  let office: Office;
  let id: string;

  beforeAll(async () => {
    tickets = await TicketsUnderTest.open();
  });
  beforeEach(async () => {
    office = await Office.open(tickets);
    id = await office.reported();
  });
  afterAll(() => tickets.close());

  const similar = async (who = office.resident, query = `category=water-leak&homeId=${office.home}`) => tickets.ask(`GET /api/similar-repair-requests?${query}`, who);
  const offered = async (who = office.resident, query?: string) => ((await similar(who, query)).body as { items: Array<{ id: string }> }).items.map((each) => each.id);
  const join = (who = office.resident) => tickets.act(id, 'me-too', who, {});
  const flatmate = () => office.holding('resident', { homes: [office.home] });

  it('what is open of the category at the place is offered, the newest first, without words', async () => {
    const newer = await office.reported();
    for (const more of [{ category: 'light' }, { location: { homeId: office.otherHome } }]) await office.reported(more, office.desk);
    const done = await office.reported();
    await tickets.fact(done, 'work-finished');
    expect(await offered()).toEqual([newer, id]);
    const { body } = await similar();
    expect(Object.keys((body as { items: object[] }).items[0]!).sort()).toEqual(['category', 'id', 'meTooCount', 'number', 'recordedAt', 'status']);
    await tickets.rows(`UPDATE repair_request SET recorded_at = recorded_at - interval '15 days' WHERE id = $1`, [newer]);
    expect(await offered()).toEqual([id]);
  });

  it('nobody is offered what they could not have met', async () => {
    expect(await similar(office.holding('resident', { homes: [office.otherHome] }))).toMatchObject({ status: 400, body: { code: 'location-unknown' } });
    expect(await similar((await Office.open(tickets)).desk)).toMatchObject({ status: 400, body: { code: 'location-unknown' } });
    expect(await similar(office.resident, `category=magic&homeId=${office.home}`)).toMatchObject({ status: 400, body: { code: 'category-unknown' } });
    expect(await offered(office.desk)).toEqual([id]);
  });

  it('is said once by each, counted, and gives no right to read', async () => {
    const who = flatmate();
    expect(await join(who)).toMatchObject({ status: 200, body: { id, status: 'open', meTooCount: 1 } });
    expect(await join(who)).toMatchObject({ status: 200, body: { meTooCount: 1 } });
    expect(await join(flatmate())).toMatchObject({ status: 200, body: { meTooCount: 2 } });
    expect(await tickets.told(id)).toEqual(['repair-requested', 'repair-joined', 'repair-joined']);
    expect((await office.read(id, who)).status).toBe(404);
  });

  it('is refused to whoever reported what was merged into it, and is not counted of whoever had said so before', async () => {
    const who = flatmate();
    const own = await office.reported({}, who);
    await tickets.act(own, 'merge', office.desk, { into: id });
    expect(await join(who)).toMatchObject({ status: 409, body: { code: 'reported-by-you' } });
    await tickets.act(own, 'unmerge', office.desk, {});
    expect(await join(who)).toMatchObject({ status: 200, body: { meTooCount: 1 } });
    await tickets.act(own, 'merge', office.desk, { into: id });
    expect(await join(flatmate())).toMatchObject({ status: 200, body: { meTooCount: 1 } });
    expect((await similar()).body).toMatchObject({ items: [{ id, meTooCount: 1 }] });
  });

  it('is refused to whoever reported it, to others as if it were not there, and when it is over', async () => {
    expect(await join()).toMatchObject({ status: 409, body: { code: 'reported-by-you' } });
    for (const who of [office.holding('resident', { homes: [office.otherHome] }), (await Office.open(tickets)).resident])
      expect(await join(who)).toMatchObject({ status: 404, body: { code: 'repair-request-unknown' } });
    expect((await tickets.act(newId(), 'me-too', office.resident, {})).status).toBe(404);
    expect((await join(office.desk)).status).toBe(403);
    await tickets.fact(id, 'work-finished');
    expect(await join(flatmate())).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
  });
});
