import type { Principal } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { crossings, OwnDatabase, type Crossing } from '@property-office/service-testing';
import { TimerLoop } from '@property-office/timers';
import {
  afterFact,
  afterMove,
  followUpFacts,
  followUpMachine,
  followUpMoves,
  followUpStates,
  type FollowUpFact,
  type FollowUpMove,
  type FollowUpState,
} from './domain/follow-up-states';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanFollowUpHandler } from './features/plan-follow-up/plan-follow-up.handler';
import { RecordOutcomeHandler } from './features/record-outcome/record-outcome.handler';
import { TakeFollowUpHandler } from './features/take-follow-up/take-follow-up.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { followupsSchema } from './persistence/schema';

describe('facts that cross (events.md)', () => {
  let own: OwnDatabase;
  let database: Database;
  let plan: PlanFollowUpHandler;
  let facts: ApplyFactHandler;
  let take: TakeFollowUpHandler;
  let record: RecordOutcomeHandler;
  const siteId = newId();

  beforeAll(async () => {
    own = await OwnDatabase.open(followupsSchema);
    ({ database } = own);
    const followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined })), followUps);
    clocks.onModuleInit();
    plan = new PlanFollowUpHandler(followUps);
    facts = new ApplyFactHandler(followUps, clocks);
    take = new TakeFollowUpHandler(followUps);
    record = new RecordOutcomeHandler(followUps, clocks);
  });

  afterAll(() => own.close());

  const pairs = crossings(followUpMachine, { facts: followUpFacts });
  const isMove = (trigger: string): trigger is FollowUpMove => (followUpMoves as readonly string[]).includes(trigger);
  const desk: Principal = { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role: 'desk', siteId }], crews: [], homes: [] };

  /** @returns the code of the refusal, or that it was done */
  async function does(id: string, move: FollowUpMove): Promise<string> {
    const operation = move === 'take' ? 'followups.takeFollowUp' : 'followups.recordOutcome';
    const command: CommandContext = { operation, principal: desk, requestId: 'r', traceparent: '00-0-0-00', language: 'zh', route: '' };
    const result = ({ confirm: 'satisfied', dispute: 'unsatisfied', 'try-again': 'unreachable', 'give-up': 'unreachable' } as const)[move as Exclude<FollowUpMove, 'take'>];
    if (move === 'give-up') await database.query(`UPDATE follow_up SET tries = 2, last_try_at = last_happened_at - interval '1 day' WHERE id = $1`, [id]);
    return database
      .transaction((tx) => (move === 'take' ? take.execute(tx, command, id, {}) : record.execute(tx, command, id, { result })))
      .then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
  }

  async function meet({ from, order }: Crossing) {
    const repairRequestId = newId();
    const act = { actor: { personId: newId(), role: 'technician' as const }, happenedAt: new Date(Date.now() - 60_000) };
    const episode = { repairRequestId, repairNumber: 'R-20261123-10001', episode: 1, siteId, homeId: null, repairClass: 'P2' as const, reporterId: newId() };
    await database.transaction((tx) => plan.execute(tx, episode, act));
    const [planned] = await database.query<{ id: string }>('UPDATE follow_up SET state = $2, taken_by = $3 WHERE repair_request_id = $1 RETURNING id', [
      repairRequestId,
      from,
      from === 'in-hand' ? desk.personId : null,
    ]);
    const { id } = planned!;
    let now = from as FollowUpState;
    let late = 0;
    const answers: string[] = [];
    const expected: string[] = [];
    for (const trigger of order) {
      const next = isMove(trigger) ? afterMove(now, trigger) : afterFact(now, trigger as FollowUpFact);
      if (isMove(trigger)) {
        answers.push(await does(id, trigger));
        expected.push(next ? 'done' : 'follow-up-move-illegal');
      } else {
        await database.transaction((tx) => facts.execute(tx, repairRequestId, 1, act, trigger as FollowUpFact));
        if (!next) late += 1;
      }
      now = next ?? now;
    }
    const [row] = await database.query(
      `SELECT f.state, count(*)::int = f.version AS gapless, (count(*) FILTER (WHERE type = 'followups.fact-came-too-late.v1'))::int AS late
       FROM follow_up f JOIN ledger ON aggregate_id = f.id WHERE f.id = $1 GROUP BY f.id`,
      [id],
    );
    return { ended: { from, order, answers, ...row }, should: { from, order, answers: expected, state: now, gapless: true, late } };
  }

  it.each(followUpStates)('end as the table says in both orders, and each that was too late is recorded, from %s', async (state) => {
    const all = pairs.filter(({ from }) => from === state);
    expect(all.length).toBeGreaterThan(0);
    const met = [];
    for (const crossing of all) met.push(await meet(crossing));
    expect(met.map(({ ended }) => ended)).toEqual(met.map(({ should }) => should));
  });
});
