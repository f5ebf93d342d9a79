import type { DispatchMode, Principal, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { crossings, type Crossing } from '@property-office/service-testing';
import { DispatchUnderTest } from './dispatch.fixture';
import {
  afterFact,
  afterMove,
  unfinishedStates,
  workOrderFacts,
  workOrderMachine,
  workOrderMoves,
  workOrderStates,
  type WorkOrderFact,
  type WorkOrderMove,
  type WorkOrderState,
} from './domain/work-order-states';
import { Site, type Crew } from './site.fixture';

/** Steps of dispatching itself, within the transaction of what asks for them: nothing comes between. */
const steps: readonly WorkOrderFact[] = ['dispatch-offered', 'dispatch-assigned', 'dispatch-queued'];
/** Left in the transaction that enters them. */
const passed: readonly WorkOrderState[] = ['declined', 'transferred'];
type Heard = Exclude<WorkOrderFact, `dispatch-${string}`> | 'cancellation-taken-back' | 'repair-unmerged';
const facts = [...workOrderFacts.filter((fact) => !steps.includes(fact)), 'cancellation-taken-back', 'repair-unmerged'] as Heard[];
const pairs = crossings(workOrderMachine, { facts, passed });
const rests = workOrderStates.filter((state) => !passed.includes(state));

/** What the tables say of an order, of the mode its request has and of what was heard of that. */
interface Stand {
  state: WorkOrderState;
  mode: DispatchMode;
  /** Version of the request in the last decision on cancelling it, or on merging it into another. */
  decided: number;
  /** What it was corrected to and does not say yet. */
  corrected: { skill?: true; mode?: DispatchMode };
  withdrawnFrom?: WorkOrderState;
}

const version: Record<Heard, number> = {
  'repair-cancelled': 2,
  'cancellation-taken-back': 3,
  'skill-corrected': 4,
  'mode-corrected': 5,
  'repair-merged': 6,
  'repair-unmerged': 7,
};
const otherMode = (mode: DispatchMode): DispatchMode => (mode === 'assign' ? 'claim' : 'assign');
/** Where an order is sent: two crews of both trades are there, and one of them may have handed it back. */
const dispatched = (mode: DispatchMode): WorkOrderState => ({ assign: 'assigned', rota: 'assigned', claim: 'offered', manual: 'queued' } as const)[mode];

function afterCorrections(stand: Stand): Stand {
  const { state, corrected } = stand;
  if (!unfinishedStates.includes(state)) return stand;
  const mode = corrected.mode ?? stand.mode;
  const anew = corrected.skill ? afterFact(state, 'skill-corrected') : corrected.mode ? afterFact(state, 'mode-corrected') : undefined;
  return { ...stand, mode, state: anew ? dispatched(mode) : state, corrected: {} };
}

function afterHeard(stand: Stand, fact: Heard): Stand {
  const late = version[fact] <= stand.decided;
  switch (fact) {
    case 'repair-cancelled':
    case 'repair-merged': {
      if (late) return stand;
      const state = afterFact(stand.state, fact) ?? stand.state;
      return { ...stand, state, decided: version[fact], ...(state !== stand.state && { withdrawnFrom: stand.state }) };
    }
    case 'cancellation-taken-back':
    case 'repair-unmerged': {
      if (late) return stand;
      const { withdrawnFrom: back, ...rest } = { ...stand, decided: version[fact] };
      return stand.state === 'withdrawn' && back ? afterCorrections({ ...rest, state: back }) : { ...stand, decided: version[fact] };
    }
    case 'skill-corrected':
      return afterCorrections({ ...stand, corrected: { ...stand.corrected, skill: true } });
    case 'mode-corrected':
      return afterCorrections({ ...stand, corrected: { ...stand.corrected, mode: otherMode(stand.mode) } });
  }
}

function afterDone(stand: Stand, move: WorkOrderMove): Stand {
  const next = afterMove(stand.state, move);
  if (!next) return stand;
  if (move === 'claim') return { ...stand, state: afterMove(next, 'accept')! };
  return { ...stand, state: next === 'declined' ? dispatched(stand.mode) : next === 'transferred' ? afterFact(next, 'dispatch-assigned')! : next };
}

describe('facts that cross (events.md), every pair that the state table makes possible', () => {
  let dispatch: DispatchUnderTest;
  let site: Site;
  let crew: Crew;
  /** Of both crews: who may do it is not the question here. */
  let lead: Principal;

  beforeAll(async () => {
    dispatch = await DispatchUnderTest.open();
  });
  beforeEach(async () => {
    site = new Site(dispatch);
    const crews = [await site.crew(['plumbing', 'electricity'], 2), await site.crew(['plumbing', 'electricity'])];
    crew = crews[0]!;
    lead = site.holding('crew-lead', { crews: crews.map(({ id }) => id) });
  });
  afterAll(() => dispatch.close());

  const isMove = (trigger: string): trigger is WorkOrderMove => (workOrderMoves as readonly string[]).includes(trigger);
  const does = (id: string, move: WorkOrderMove) =>
    dispatch.act(id, move, lead, {
      assign: { technicianId: crew.members[0]!.personId },
      transfer: { technicianId: crew.members[1]!.personId, reason: '请假' },
      decline: { reason: '人手不够' },
      pause: { reason: 'waiting-for-parts' },
      finish: { workDone: '好了' },
    }[move as string] ?? {});
  const news = (requestId: string, fact: Heard, mode: DispatchMode): WireEvent => {
    const of = { aggregateversion: version[fact] };
    const told: Record<Heard, () => WireEvent> = {
      'repair-cancelled': () => site.cancelled(requestId) as WireEvent,
      'repair-merged': () => site.merged(requestId) as WireEvent,
      'repair-unmerged': () => site.unmerged(requestId) as WireEvent,
      'cancellation-taken-back': () => site.uncancelled(requestId) as WireEvent,
      'skill-corrected': () => site.corrected(requestId, { skill: 'electricity' }) as WireEvent,
      'mode-corrected': () => site.corrected(requestId, { dispatchMode: otherMode(mode) }) as WireEvent,
    };
    return { ...told[fact](), id: newId(), ...of };
  };

  /** A request whose first order stands in a state, by what people did and what was heard. */
  async function standing(state: WorkOrderState): Promise<{ orderId: string; requestId: string; stand: Stand }> {
    const mode = state === 'queued' ? 'manual' : state === 'offered' ? 'claim' : 'assign';
    const { orderId, requestId } = await site.report(mode);
    const way: Partial<Record<WorkOrderState, WorkOrderMove[]>> = {
      accepted: ['accept'],
      'on-site': ['accept', 'arrive'],
      paused: ['accept', 'arrive', 'pause'],
      finished: ['accept', 'arrive', 'finish'],
    };
    for (const move of way[state] ?? []) await does(orderId, move);
    const stand: Stand = { state: dispatched(mode), mode, decided: 0, corrected: {} };
    if (state !== 'withdrawn') return { orderId, requestId, stand: { ...stand, state } };
    await dispatch.hear(news(requestId, 'repair-cancelled', mode));
    return { orderId, requestId, stand: afterHeard(stand, 'repair-cancelled') };
  }

  async function meet({ from, order }: Crossing) {
    const { orderId, requestId, stand } = await standing(from as WorkOrderState);
    const answers: unknown[] = [];
    const expected: unknown[] = [];
    let now = stand;
    for (const trigger of order) {
      if (isMove(trigger)) {
        answers.push((await does(orderId, trigger)).status);
        expected.push(afterMove(now.state, trigger) ? 200 : 409);
        now = afterDone(now, trigger);
      } else {
        answers.push(await dispatch.hear(news(requestId, trigger as Heard, stand.mode)));
        expected.push([{ kind: 'ack' }]);
        now = afterHeard(now, trigger as Heard);
      }
    }
    const [row] = await dispatch.rows(
      `SELECT state, mode, version = (SELECT count(*)::int FROM ledger WHERE aggregate_id = o.id) AS gapless,
         (SELECT count(*)::int FROM work_order WHERE repair_request_id = o.repair_request_id) AS orders
       FROM work_order o WHERE id = $1`,
      [orderId],
    );
    // A crew is not to be full for those who come after.
    await dispatch.rows(`UPDATE work_order SET state = 'withdrawn' WHERE id = $1`, [orderId]);
    return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, state: now.state, mode: now.mode, gapless: true, orders: 1 } };
  }

  it.each(rests)('ends as the table says in both orders, none a dead letter, from %s', async (state) => {
    const all = pairs.filter(({ from }) => from === state);
    expect(all.length).toBeGreaterThan(0);
    const met = [];
    for (const crossing of all) met.push(await meet(crossing));
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
  });
});
