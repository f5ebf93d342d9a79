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

describe('acts on a repair request', () => {
  it('is cancelled by its reporter, once, and says what is allowed instead (G3)', async () => {
    const id = await office.reported();
    expect(await tickets.act(id, 'cancel', office.resident, { reason: '自己修好了' })).toMatchObject({ status: 200, body: { status: 'cancelled', version: 2 } });
    expect(await tickets.act(id, 'cancel', office.resident, { reason: '再次' })).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
    expect((await tickets.events(id)).at(-1)).toMatchObject({ type: 'tickets.repair-cancelled.v1', data: { reason: '自己修好了', from: 'open' } });
    expect(await tickets.told(id)).toHaveLength(2);
  });

  it('is reopened into a new episode after the work, not before', async () => {
    const id = await office.reported();
    expect((await tickets.act(id, 'reopen', office.resident, { reason: '又漏了' })).status).toBe(409);
    await tickets.fact(id, 'work-finished');
    expect(await tickets.act(id, 'reopen', office.resident, { reason: '又漏了' })).toMatchObject({ status: 200, body: { status: 'reopened', episode: 2 } });
    expect((await tickets.events(id)).at(-1)).toMatchObject({ type: 'tickets.repair-reopened.v1', data: { episode: 2, category: 'water-leak' } });
  });

  it('takes a comment in every state, also when it is closed', async () => {
    const id = await office.reported();
    await tickets.fact(id, 'work-finished');
    await tickets.fact(id, 'follow-up-satisfied');
    expect(await tickets.act(id, 'comment', office.resident, { comment: '谢谢' })).toMatchObject({ status: 200, body: { status: 'closed' } });
  });

  it.each([
    ['cancel', { reason: 'x' }],
    ['reopen', { reason: 'x' }],
    ['comment', { comment: 'x' }],
    ['correct', { reason: 'x', urgency: 'urgent' }],
    ['take-back', {}],
    ['urge', {}],
  ])('to %s, it is not there for other people, nor for the desk of another site (I11)', async (verb, body) => {
    const id = await office.reported();
    const stranger = office.holding('resident', { homes: [office.home] });
    const elsewhere = (await Office.open(tickets)).desk;
    for (const who of [stranger, elsewhere]) {
      expect(await tickets.act(id, verb, who, body)).toMatchObject({ status: 404, body: { code: 'repair-request-unknown' } });
    }
    expect(await tickets.told(id)).toEqual(['repair-requested']);
  });

  it('refuses an act on a version that is gone', async () => {
    const id = await office.reported();
    await tickets.act(id, 'comment', office.desk, { comment: '已联系' });
    const stale = await tickets.ask(`POST /api/repair-requests/${id}/cancel`, office.resident, { reason: 'x' }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect(await office.status(id)).toBe('open');
  });
});
