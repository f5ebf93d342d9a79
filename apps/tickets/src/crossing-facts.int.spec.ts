import { crossings, type Crossing } from '@property-office/service-testing';
import { afterFact, afterMove, repairFacts, repairMoves, repairRequestStates, repairStates, type RepairFact, type RepairMove, type RepairState } from './domain/repair-states';
import { Office } from './office.fixture';
import { TicketsUnderTest, type Told } from './tickets.fixture';

let tickets: TicketsUnderTest;
let office: Office;

beforeAll(async () => {
  tickets = await TicketsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(tickets);
});
afterAll(() => tickets.close());

interface Stand {
  state: RepairState;
  episode: number;
  /** Of what is merged: where it would stand by itself. */
  alone?: RepairState;
}

/** Undone rather than moved: no row of the table leads anywhere by it. */
type Act = RepairMove | 'unmerge';

/** Where the tables lead; a fact is of the first episode, and one that is too late changes nothing until a merge that it met is undone. */
function after({ state, episode, alone }: Stand, trigger: string): Stand & { taken: boolean } {
  const fact = isAct(trigger) || episode > 1 ? undefined : (trigger as RepairFact);
  const next = trigger === 'unmerge' ? alone : isMove(trigger) ? afterMove(state, trigger) : fact && afterFact(state, fact);
  const anew = next === 'reopened' && state !== 'reopened';
  const rests = trigger === 'merge' && next ? state : next ? undefined : alone && fact ? (afterFact(alone, fact) ?? alone) : alone;
  return { state: next ?? state, episode: anew && trigger !== 'unmerge' ? episode + 1 : episode, taken: next !== undefined, ...(rests && { alone: rests }) };
}

const isMove = (trigger: string): trigger is RepairMove => (repairMoves as readonly string[]).includes(trigger);
const isAct = (trigger: string): trigger is Act => trigger === 'unmerge' || isMove(trigger);
const pairs = crossings(repairRequestStates, { facts: [...repairFacts, 'unmerge'] });

async function does(id: string, move: Act): Promise<number> {
  const { resident, desk, home } = office;
  const act = (verb: string, body: object, who = resident) => tickets.act(id, verb, who, body);
  const ways: Record<Act, () => Promise<Told>> = {
    cancel: () => act('cancel', { reason: '不用修了' }),
    reopen: () => act('reopen', { reason: '又漏了' }),
    urge: () => act('urge', {}),
    rate: () => act('rating', { rating: 4 }),
    dispute: () => act('rating', { rating: 1 }),
    merge: async () => act('merge', { into: await office.reported() }, desk),
    unmerge: () => act('unmerge', {}, desk),
    join: () => act('me-too', {}, office.holding('resident', { homes: [home] })),
  };
  return (await ways[move]()).status;
}

async function meet({ from, order }: Crossing) {
  const id = await office.reported();
  if (from === 'merged') await does(id, 'merge');
  else await tickets.rows('UPDATE repair_request SET state = $2 WHERE id = $1', [id, from]);
  let now: Stand = { state: from as RepairState, episode: 1, ...(from === 'merged' && { alone: 'open' as const }) };
  let late = 0;
  const answers: number[] = [];
  const expected: number[] = [];
  for (const trigger of order) {
    const next = after(now, trigger);
    if (isAct(trigger)) {
      answers.push(await does(id, trigger));
      expected.push(next.taken ? 200 : 409);
    } else {
      await tickets.fact(id, trigger as RepairFact);
      if (!next.taken) late += 1;
    }
    now = next;
  }
  const [row] = await tickets.rows(
    `SELECT state, episode, count(*)::int = r.version AS gapless, (count(*) FILTER (WHERE type = 'tickets.fact-came-too-late.v1'))::int AS late
     FROM repair_request r JOIN ledger ON aggregate_id = r.id WHERE r.id = $1 GROUP BY r.id`,
    [id],
  );
  return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, state: now.state, episode: now.episode, gapless: true, late } };
}

describe('facts that cross (events.md)', () => {
  it.each(repairStates)('end as the table says in both orders, and each that was too late is recorded, from %s (what the closest systems get wrong: state written without checking the old one)', async (state) => {
    const all = pairs.filter(({ from }) => from === state);
    expect(all.length).toBeGreaterThan(0);
    const met = [];
    // A few at once: they are different requests.
    for (let at = 0; at < all.length; at += 4) met.push(...(await Promise.all(all.slice(at, at + 4).map(meet))));
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
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
