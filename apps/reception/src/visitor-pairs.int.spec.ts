import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, crossings, type Crossing } from '@property-office/service-testing';
import { Desk } from './desk.fixture';
import { afterVisitorFact, afterVisitorMove, visitorMachine, visitorMoves, visitorStates, type VisitorFact, type VisitorMove, type VisitorState } from './domain/visitor-states';
import { ReceptionUnderTest } from './reception.fixture';

const pairs = crossings(visitorMachine, { facts: ['window-ended', 'host-moved-out'] });
const isMove = (trigger: string): trigger is VisitorMove => (visitorMoves as readonly string[]).includes(trigger);
const windowMs = 2 * 3_600_000;

describe('the end of a visit’s window, a host who moves out, and what people do', () => {
  let reception: ReceptionUnderTest;
  let desk: Desk;
  let agent: Principal;
  let resident: Principal;

  beforeAll(async () => {
    reception = await ReceptionUnderTest.open();
    desk = await Desk.open(reception);
    [agent, resident] = [await desk.holding('desk'), await desk.resident()];
  });
  afterAll(() => reception.close());

  const does = async (id: string, move: VisitorMove): Promise<number> => {
    const [verb, who] = ({ confirm: ['confirm', resident], decline: ['decline', resident], cancel: ['cancel', resident], 'issue-pass': ['pass', resident], admit: ['admit', agent], 'see-out': ['see-out', agent] } as const)[move];
    return (await reception.ask(`POST /api/visitors/${id}/${verb}`, who, {})).status;
  };
  const movesOut = async (): Promise<void> => {
    const at = (await reception.now()).toISOString();
    const tie = { tieId: newId(), personId: resident.personId, homeId: desk.home, kind: 'owner' as const, from: '2020-01-01T00:00:00Z', until: at };
    expect(await reception.hear(announced('directory.tie-ended.v1', tie.tieId, desk.siteId, tie), ['reception__leaving_hosts_v1'])).toEqual([{ kind: 'ack' }]);
    await reception.rows('DELETE FROM host_tie');
  };
  const endWindow = () => reception.later(windowMs / 1_000 + 60);

  async function standing(state: VisitorState): Promise<string> {
    const from = await reception.now();
    const said = { siteId: desk.siteId, kind: 'resident-guest', homeId: desk.home, hostId: resident.personId, name: '何建国' };
    const window = { from: from.toISOString(), until: new Date(from.getTime() + windowMs).toISOString() };
    const { body } = await reception.ask('POST /api/visitors', agent, { ...said, ...window });
    const id = body.id as string;
    const way: Record<VisitorState, VisitorMove[]> = {
      announced: [],
      missed: [],
      expected: ['confirm'],
      inside: ['confirm', 'admit'],
      left: ['confirm', 'admit', 'see-out'],
      declined: ['decline'],
      cancelled: ['cancel'],
    };
    for (const move of way[state]) expect(await does(id, move)).toBe(200);
    if (state === 'missed') await endWindow();
    return id;
  }

  async function meet({ from, order }: Crossing) {
    const id = await standing(from as VisitorState);
    let now = from as VisitorState;
    const answers: number[] = [];
    const expected: number[] = [];
    let overstayed = false;
    for (const trigger of order) {
      const to = isMove(trigger) ? afterVisitorMove(now, trigger) : afterVisitorFact(now, trigger as VisitorFact);
      if (isMove(trigger)) {
        answers.push(await does(id, trigger));
        expected.push(to ? 200 : 409);
      } else if (trigger === 'window-ended') {
        await endWindow();
        overstayed ||= now === 'inside';
      } else await movesOut();
      now = to ?? now;
    }
    const [row] = await reception.rows(
      `SELECT state, version = (SELECT count(*)::int FROM ledger WHERE aggregate_id = v.id) AS gapless, overstayed_at IS NOT NULL AS overstayed,
         EXISTS (SELECT 1 FROM timer WHERE aggregate_id = v.id AND status = 'set' AND due_at <= platform.now()) AS failed
       FROM visitor v WHERE id = $1`,
      [id],
    );
    return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, state: now, gapless: true, overstayed, failed: false } };
  }

  const meeting = visitorStates.filter((state) => pairs.some(({ from }) => from === state));

  it('meet in every state: two facts are heard of whatever was over before', () => expect(meeting).toEqual([...visitorStates]));

  it.each(meeting)('end as the table says in both orders, from %s', async (state) => {
    const met = [];
    for (const crossing of pairs.filter(({ from }) => from === state)) met.push(await meet(crossing));
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
  });
});
