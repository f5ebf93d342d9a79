import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import { OwnDatabase } from '@property-office/service-testing';
import { TimerLoop } from '@property-office/timers';
import { afterFact, followUpFacts, followUpStates, type FollowUpFact, type FollowUpState } from './domain/follow-up-states';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanFollowUpHandler } from './features/plan-follow-up/plan-follow-up.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { followupsSchema } from './persistence/schema';

describe('facts that cross (events.md)', () => {
  let own: OwnDatabase;
  let database: Database;
  let plan: PlanFollowUpHandler;
  let facts: ApplyFactHandler;

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

  const orders = followUpFacts.flatMap((one) => followUpFacts.filter((other) => other !== one).map((other): [FollowUpFact, FollowUpFact] => [one, other]));
  const byTable = (state: FollowUpState, order: FollowUpFact[]): FollowUpState => order.reduce((now, fact) => afterFact(now, fact) ?? now, state);

  it.each(followUpStates)('end as the table says in both orders, and each that was too late is recorded, from %s', async (state) => {
    const ends = [];
    for (const order of orders) {
      const repairRequestId = newId();
      const act = { actor: { personId: newId(), role: 'technician' as const }, happenedAt: new Date(Date.now() - 60_000) };
      const episode = { repairRequestId, repairNumber: 'R-20261123-10001', episode: 1, siteId: newId(), repairClass: 'P2' as const, reporterId: newId() };
      await database.transaction((tx) => plan.execute(tx, episode, act));
      await database.query('UPDATE follow_up SET state = $2 WHERE repair_request_id = $1', [repairRequestId, state]);
      for (const fact of order) await database.transaction((tx) => facts.execute(tx, repairRequestId, 1, act, fact));
      const [row] = await database.query(
        `SELECT f.state, count(*)::int = f.version AS gapless, (count(*) FILTER (WHERE type = 'followups.fact-came-too-late.v1'))::int AS late
         FROM follow_up f JOIN ledger ON aggregate_id = f.id WHERE repair_request_id = $1 GROUP BY f.id`,
        [repairRequestId],
      );
      ends.push({ order, ...row });
    }
    const expected = orders.map((order) => {
      const first = afterFact(state, order[0]);
      const late = [first, afterFact(first ?? state, order[1])].filter((next) => next === undefined).length;
      return { order, state: byTable(state, order), gapless: true, late };
    });
    expect(ends).toEqual(expected);
  });
});
