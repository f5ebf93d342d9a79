import { Deadlines, OfficeRules } from '@property-office/deadlines';
import type { RepairClass } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import { OwnDatabase } from '@property-office/service-testing';
import { TimerLoop } from '@property-office/timers';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanFollowUpHandler } from './features/plan-follow-up/plan-follow-up.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { followupsSchema } from './persistence/schema';

describe('a follow-up whose reporter rates the result unasked (main flow 6)', () => {
  let own: OwnDatabase;
  let database: Database;
  let plan: PlanFollowUpHandler;
  let facts: ApplyFactHandler;
  const act = { actor: { personId: newId(), role: 'resident' as const }, happenedAt: new Date(Date.now() - 60_000) };

  beforeAll(async () => {
    own = await OwnDatabase.open(followupsSchema);
    ({ database } = own);
    const followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined })), followUps);
    clocks.onModuleInit();
    plan = new PlanFollowUpHandler(followUps);
    facts = new ApplyFactHandler(followUps, clocks);
  });
  afterAll(() => own.close());

  /** How a due follow-up stands after its reporter gave so many stars, and what it announced last. */
  async function rated(repairClass: RepairClass, stars: number, state = 'due'): Promise<object | undefined> {
    const repairRequestId = newId();
    const episode = { repairRequestId, repairNumber: 'R-20261123-10001', episode: 1, siteId: newId(), homeId: null, repairClass, reporterId: newId() };
    await database.transaction((tx) => plan.execute(tx, episode, act));
    await database.transaction((tx) => facts.execute(tx, repairRequestId, 1, act, 'resolved'));
    await database.query('UPDATE follow_up SET state = $2 WHERE repair_request_id = $1', [repairRequestId, state]);
    await database.transaction((tx) => facts.rate(tx, repairRequestId, 1, act, stars <= 2 ? 'unsatisfied' : 'satisfied', { rating: stars, comment: '还行' }));
    const [row] = await database.query(
      `SELECT f.state, f.rating, last.type, last.data ->> 'result' AS result, (last.data ->> 'byRating')::boolean AS by_rating,
         (SELECT count(*)::int FROM deadline d WHERE d.aggregate_id = f.id AND d.state = 'running') AS running
       FROM follow_up f JOIN ledger last ON last.aggregate_id = f.id AND last.aggregate_version = f.version WHERE f.repair_request_id = $1`,
      [repairRequestId],
    );
    return row;
  }

  it.each(['due', 'in-hand'])('is answered by it where a message was to ask, %s', async (state) => {
    const completed = { type: 'followups.follow-up-completed.v1', by_rating: true, running: 0 };
    expect(await rated('P2', 4, state)).toMatchObject({ ...completed, state: 'satisfied', rating: 4, result: 'satisfied' });
    expect(await rated('P2', 2, state)).toMatchObject({ ...completed, state: 'unsatisfied', rating: 2, result: 'unsatisfied' });
  });

  it('goes on where the office telephones, unless they are not satisfied', async () => {
    expect(await rated('P1', 5)).toMatchObject({ state: 'due', rating: null, type: 'followups.follow-up-due.v1' });
    expect(await rated('P1', 1)).toMatchObject({ state: 'unsatisfied', result: 'unsatisfied' });
  });

  it.each(['satisfied', 'unsatisfied', 'unreachable'])('keeps an outcome that was recorded before: %s', async (state) => {
    for (const stars of [1, 5]) expect(await rated('P2', stars, state)).toMatchObject({ state, type: 'followups.follow-up-due.v1' });
  });
});
