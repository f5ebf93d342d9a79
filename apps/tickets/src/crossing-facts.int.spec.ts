import { afterFact, repairFacts, repairStates, type RepairFact, type RepairState } from './domain/repair-states';
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

/** Where the table leads from a state, fact by fact; what is too late changes nothing. */
function byTable(state: RepairState, facts: RepairFact[]): RepairState {
  let episode = 1;
  return facts.reduce((now, fact) => {
    const next = episode === 1 ? (afterFact(now, fact) ?? now) : now;
    if (next === 'reopened' && now !== 'reopened') episode += 1;
    return next;
  }, state);
}

const pairs = repairFacts.flatMap((one, i) => repairFacts.slice(i + 1).map((other): [RepairFact, RepairFact] => [one, other]));

describe('facts that cross (events.md)', () => {
  it.each(repairStates)('end as the table says in both orders, from %s', async (state) => {
    const orders = pairs.flatMap(([one, other]) => [[one, other], [other, one]]);
    const ends = [];
    for (const order of orders) {
      const id = await office.reported();
      await tickets.rows('UPDATE repair_request SET state = $2 WHERE id = $1', [id, state]);
      for (const fact of order) await tickets.fact(id, fact);
      const [row] = await tickets.rows('SELECT state, (SELECT count(*)::int FROM ledger WHERE aggregate_id = id) = version AS gapless FROM repair_request WHERE id = $1', [id]);
      ends.push({ order, ...row });
    }
    expect(ends).toEqual(orders.map((order) => ({ order, state: byTable(state, order), gapless: true })));
  });

  it('finished work beats a cancellation, and a fact that is too late is recorded', async () => {
    const id = await office.reported();
    await tickets.act(id, 'cancel', office.resident, { reason: '不用修了' });
    await tickets.fact(id, 'work-started');
    expect((await tickets.events(id)).at(-1)).toMatchObject({ type: 'tickets.fact-came-too-late.v1', data: { state: 'cancelled', fact: 'work-started' } });
    await tickets.fact(id, 'work-finished');
    expect(await office.status(id)).toBe('resolved');
  });

  it('a fact of an earlier episode changes nothing in the next', async () => {
    const id = await office.reported();
    await tickets.fact(id, 'work-finished');
    await tickets.act(id, 'reopen', office.resident, { reason: '又漏了' });
    await tickets.fact(id, 'follow-up-satisfied', 1);
    expect(await office.status(id)).toBe('reopened');
    expect((await tickets.told(id)).at(-1)).toBe('fact-came-too-late');
  });
});
