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

const takeBack = (id: string, who = office.resident) => tickets.act(id, 'take-back', who);
const tooLate = { status: 409, body: { code: 'take-back-too-late' } };

describe("taking one's own last act back (G3)", () => {
  it('puts a cancelled request where it was, and names the act', async () => {
    const id = await office.reported();
    await tickets.fact(id, 'work-started');
    await tickets.act(id, 'cancel', office.resident, { reason: '点错了' });
    const [cancelled] = await tickets.rows<{ event_id: string }>('SELECT event_id FROM ledger WHERE aggregate_id = $1 AND aggregate_version = 3', [id]);
    expect(await takeBack(id)).toMatchObject({ status: 200, body: { status: 'in-progress', episode: 1, version: 4 } });
    expect((await tickets.events(id)).at(-1)).toMatchObject({
      type: 'tickets.act-taken-back.v1',
      data: { act: { eventId: cancelled!.event_id, version: 3, type: 'tickets.repair-cancelled.v1' }, state: 'in-progress', from: {}, to: {} },
    });
  });

  it('gives a corrected request its values back, and the person their access', async () => {
    const id = await office.reported();
    const other = office.holding('resident');
    await tickets.act(id, 'correct', office.desk, { reporterId: other.personId, category: 'light', description: '灯坏了', reason: '弄错了' });
    expect(await takeBack(id, office.desk)).toMatchObject({ status: 200, body: { category: 'water-leak', description: '厨房水管漏水', dispatchMode: 'assign' } });
    expect((await office.read(id, other)).status).toBe(404);
    expect((await office.read(id, office.resident)).status).toBe(200);
    expect((await tickets.events(id)).at(-1)!.data).toMatchObject({ from: { category: 'light' }, to: { category: 'water-leak', reporterId: office.resident.personId } });
  });

  it('takes a comment back without changing anything else', async () => {
    const id = await office.reported();
    await tickets.act(id, 'comment', office.resident, { comment: '写错了' });
    expect(await takeBack(id)).toMatchObject({ status: 200, body: { status: 'open' } });
    expect((await tickets.events(id)).at(-1)!.data).toMatchObject({ act: { version: 2, type: 'tickets.repair-commented.v1' } });
    expect(await takeBack(id)).toMatchObject(tooLate);
  });

  it('is too late when something followed: another act, or a fact of another service', async () => {
    const id = await office.reported();
    await tickets.act(id, 'comment', office.resident, { comment: '一' });
    await tickets.act(id, 'comment', office.desk, { comment: '二' });
    expect(await takeBack(id)).toMatchObject(tooLate);
    const other = await office.reported();
    await tickets.act(other, 'cancel', office.resident, { reason: 'x' });
    await tickets.fact(other, 'work-finished');
    expect(await takeBack(other)).toMatchObject(tooLate);
    expect(await office.status(other)).toBe('resolved');
  });

  it('of a cancellation agrees with work that went on meanwhile: too late where that was heard, else it follows', async () => {
    const [heard, unheard] = [await office.reported(), await office.reported()];
    for (const id of [heard, unheard]) await tickets.act(id, 'cancel', office.resident, { reason: 'x' });
    await tickets.fact(heard, 'work-started');
    expect(await takeBack(heard)).toMatchObject(tooLate);
    expect(await takeBack(unheard)).toMatchObject({ status: 200, body: { status: 'open' } });
    await tickets.fact(unheard, 'work-started');
    expect([await office.status(heard), await office.status(unheard)]).toEqual(['cancelled', 'in-progress']);
  });

  it('is not ended by what changes nothing: a neighbour’s “me too”, urging by somebody else; by one’s own it is', async () => {
    const id = await office.reported();
    await tickets.act(id, 'comment', office.resident, { comment: '写错了' });
    await tickets.act(id, 'me-too', office.holding('resident', { homes: [office.home] }));
    await tickets.act(id, 'urge', office.desk);
    expect((await takeBack(id)).status).toBe(200);
    expect((await tickets.events(id)).at(-1)!.data).toMatchObject({ act: { version: 2, type: 'tickets.repair-commented.v1' } });
    expect(await takeBack(id)).toMatchObject(tooLate);
    const other = await office.reported();
    await tickets.act(other, 'comment', office.resident, { comment: '写错了' });
    await tickets.act(other, 'urge', office.resident);
    expect(await takeBack(other)).toMatchObject(tooLate);
  });

  it("is not possible for somebody else's act, a report, or after five minutes", async () => {
    const id = await office.reported();
    expect(await takeBack(id)).toMatchObject(tooLate);
    await tickets.act(id, 'cancel', office.resident, { reason: 'x' });
    expect(await takeBack(id, office.desk)).toMatchObject(tooLate);
    await tickets.later(301);
    expect(await takeBack(id)).toMatchObject(tooLate);
    expect(await office.status(id)).toBe('cancelled');
  });
});
