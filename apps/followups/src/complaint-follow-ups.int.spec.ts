import type { EventData, Principal, Role } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { appRole, Database, databaseUrlFor, prepareDatabase } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { testDatabase, type TestDatabase } from '@property-office/testing';
import { TimerLoop } from '@property-office/timers';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanComplaintFollowUpHandler } from './features/plan-complaint-follow-up/plan-complaint-follow-up.handler';
import { RecordOutcomeHandler } from './features/record-outcome/record-outcome.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { ReadFollowUps } from './persistence/read-follow-ups';
import { followupsSchema } from './persistence/schema';

const roleSecret = 'spec';
const siteId = newId();

function principal(role: Role, more: Partial<Principal> = {}): Principal {
  return { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role, siteId }], crews: [], homes: [], ...more };
}

function command(who: Principal): CommandContext {
  return { operation: 'followups.recordOutcome', principal: who, requestId: 'r', traceparent: '00-0-0-00', language: 'zh', route: '' };
}

describe('the follow-up of a closed complaint (W2.3, R3.2)', () => {
  let test: TestDatabase;
  let database: Database;
  let plan: PlanComplaintFollowUpHandler;
  let record: RecordOutcomeHandler;
  let facts: ApplyFactHandler;
  let followUps: FollowUps;
  let read: ReadFollowUps;
  const handler = principal('desk');
  const accused = principal('desk-lead');
  const crew = newId();
  const act = { actor: { personId: newId(), role: 'desk' as const }, happenedAt: new Date(Date.now() - 60_000) };

  beforeAll(async () => {
    test = await testDatabase({
      template: 'followups',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [followupsSchema], roleSecret, testClock: true }),
    });
    database = new Database(followupsSchema, databaseUrlFor(test.adminUrl, appRole('followups'), roleSecret));
    await database.connect();
    followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), new TimerLoop(database, { warn: () => undefined })), followUps);
    clocks.onModuleInit();
    plan = new PlanComplaintFollowUpHandler(followUps, clocks);
    record = new RecordOutcomeHandler(followUps, clocks);
    facts = new ApplyFactHandler(followUps, clocks);
    read = new ReadFollowUps(database);
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  function closing(more: Partial<EventData<'complaints.complaint-closed.v1'>> = {}): EventData<'complaints.complaint-closed.v1'> {
    const at = act.happenedAt.toISOString();
    return {
      number: 'C-20261127-10001',
      round: 1,
      major: false,
      majorBecause: [],
      kind: 'cleaning',
      decision: 'ours',
      answer: 'accepted',
      level: 0,
      households: 1,
      handlerIds: [handler.personId],
      hiddenFrom: { personIds: [accused.personId], crewIds: [crew] },
      attachmentIds: [],
      complainedAt: at,
      decidedAt: at,
      feedbackAt: at,
      closedAt: at,
      ...more,
    };
  }

  async function closed(more: Partial<EventData<'complaints.complaint-closed.v1'>> = {}): Promise<{ id: string; complaintId: string }> {
    const complaintId = newId();
    await database.transaction((tx) => plan.execute(tx, { complaintId, siteId, closed: closing(more) }, act));
    const [row] = await database.query<{ id: string }>('SELECT id FROM follow_up WHERE complaint_id = $1', [complaintId]);
    return { id: row!.id, complaintId };
  }
  const outcome = (who: Principal, id: string, result: 'satisfied' | 'unsatisfied', comment?: string) =>
    database.transaction((tx) => record.execute(tx, command(who), id, { result, ...(comment && { comment }) }));
  const told = (id: string) =>
    database.query<{ type: string; data: Record<string, unknown> }>('SELECT type, data FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [id]);

  it('is due at once, within 2 workdays, and is one for each round', async () => {
    const { id, complaintId } = await closed();
    const [due] = await told(id);
    expect(due).toMatchObject({ type: 'followups.complaint-follow-up-due.v1', data: { complaintId, round: 1, major: false } });
    // By the end of the desk's day, two workdays later.
    expect(due!.data['firstTryBy']).toMatch(/T10:00:00\.000Z$/);
    await database.transaction((tx) => plan.execute(tx, { complaintId, siteId, closed: closing() }, act));
    expect(await told(id)).toHaveLength(1);
    await database.transaction((tx) => plan.execute(tx, { complaintId, siteId, closed: closing({ round: 2 }) }, act));
    expect((await read.page(principal('desk'), { limit: 10, complaintId })).items).toHaveLength(2);
  });

  it('is never done by whoever handled the case in any round', async () => {
    const { id } = await closed();
    await expect(outcome(handler, id, 'satisfied')).rejects.toMatchObject({ code: 'own-work' });
    expect(await outcome(principal('desk'), id, 'satisfied')).toMatchObject({ state: 'satisfied' });
  });

  it('of a major one is the director’s, within 24 hours', async () => {
    const { id } = await closed({ major: true, majorBecause: ['theft'] });
    const [due] = await told(id);
    expect(due!.data['firstTryBy']).toBe(new Date(act.happenedAt.getTime() + 86_400_000).toISOString());
    await expect(outcome(principal('desk-lead'), id, 'satisfied')).rejects.toMatchObject({ code: 'directors-own' });
    expect(await outcome(principal('director'), id, 'unsatisfied')).toMatchObject({ state: 'unsatisfied' });
  });

  it('is not there for whom the complaint is about, nor for their crew', async () => {
    const { id, complaintId } = await closed();
    const crewmate = principal('desk-lead', { crews: [crew] });
    for (const who of [accused, crewmate]) {
      expect(await read.one(who, id)).toBeUndefined();
      expect((await read.page(who, { limit: 10, complaintId })).items).toEqual([]);
      await expect(outcome(who, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
    }
    expect(await read.one(principal('desk'), id)).toBeDefined();
  });

  it('tells nothing of what the complainant said', async () => {
    const { id } = await closed();
    await outcome(principal('desk'), id, 'unsatisfied', '我是三栋王敏');
    expect((await told(id)).at(-1)).toMatchObject({ type: 'followups.complaint-follow-up-completed.v1', data: { result: 'unsatisfied' } });
    expect(JSON.stringify(await told(id))).not.toContain('王敏');
  });

  it.each([false, true])('a dispute takes back what nobody has asked yet; an outcome stays: %s', async (asked) => {
    const { id, complaintId } = await closed();
    if (asked) await outcome(principal('desk'), id, 'satisfied');
    await database.transaction(async (tx) => facts.apply(tx, (await followUps.lockOfComplaint(tx, complaintId, 1))!, act, 'reopened'));
    expect((await read.one(principal('desk'), id))!.state).toBe(asked ? 'satisfied' : 'cancelled');
    expect((await told(id)).at(-1)!.type).toBe(asked ? 'followups.complaint-follow-up-completed.v1' : 'followups.complaint-follow-up-cancelled.v1');
  });
});
