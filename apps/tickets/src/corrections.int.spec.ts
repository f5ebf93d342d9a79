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

const correct = (id: string, what: object, who = office.desk) => tickets.act(id, 'correct', who, { reason: '登记有误', ...what });

describe('a visible correction (G3)', () => {
  it('of the category brings class, mode and skill, and is one event with both sides', async () => {
    const id = await office.reported();
    expect(await correct(id, { category: 'light' })).toMatchObject({
      status: 200,
      body: { category: 'light', repairClass: 'P2', dispatchMode: 'claim', version: 2 },
    });
    expect((await tickets.events(id)).at(-1)).toMatchObject({
      type: 'tickets.repair-corrected.v1',
      data: {
        reason: '登记有误',
        from: { category: 'water-leak', dispatchMode: 'assign', skill: 'plumbing' },
        to: { category: 'light', dispatchMode: 'claim', skill: 'electricity' },
      },
    });
  });

  it('of the person takes the wrong one their access and gives it to the right one', async () => {
    const id = await office.reported();
    const right = office.holding('resident', { homes: [office.home] });
    expect((await office.read(id, right)).status).toBe(404);
    expect((await correct(id, { reporterId: right.personId })).status).toBe(200);
    expect((await office.read(id, right)).status).toBe(200);
    expect((await office.read(id, office.resident)).status).toBe(404);
    expect((await tickets.act(id, 'cancel', office.resident, { reason: 'x' })).status).toBe(404);
  });

  it('of the place stays on the site', async () => {
    const id = await office.reported();
    const elsewhere = await Office.open(tickets);
    expect(await correct(id, { location: { homeId: elsewhere.home } })).toMatchObject({ status: 400, body: { code: 'location-unknown' } });
    expect(await correct(id, { location: { homeId: office.otherHome } })).toMatchObject({ body: { location: { kind: 'home', id: office.otherHome } } });
    expect(await tickets.told(id)).toEqual(['repair-requested', 'repair-corrected']);
  });

  it.each([false, true])('of the words is found by the new ones, and no more by the old; heard before the report: %s', async (lastFirst) => {
    const id = await office.reported();
    await correct(id, { description: '阳台玻璃破裂' }, office.resident);
    await office.indexed(id, lastFirst);
    expect(await office.found('玻璃')).toEqual([id]);
    expect(await office.found('水管漏')).toEqual([]);
    expect((await tickets.events(id)).at(-1)!.data).toMatchObject({ descriptionFrom: '厨房水管漏水', descriptionTo: '阳台玻璃破裂', from: {}, to: {} });
  });

  it('is refused where nothing changes, or it is not theirs to correct', async () => {
    const id = await office.reported();
    expect(await correct(id, { category: 'water-leak' })).toMatchObject({ status: 400, body: { code: 'correction-empty' } });
    expect(await correct(id, { description: '别的' }, office.holding('crew-lead'))).toMatchObject({ status: 403, body: { code: 'correction-not-allowed' } });
    expect(await correct(id, { reporterId: newId() }, office.resident)).toMatchObject({ status: 403 });
    expect(await correct(id, { location: { homeId: office.otherHome } }, office.resident)).toMatchObject({ status: 400, body: { code: 'location-unknown' } });
    expect((await correct(id, { urgency: 'urgent' }, office.holding('technician'))).status).toBe(403);
    expect(await tickets.told(id)).toEqual(['repair-requested']);
  });
});
