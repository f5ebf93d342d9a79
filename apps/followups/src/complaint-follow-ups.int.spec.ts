import type { EventData, Principal, Role } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import { appRole, Database, databaseUrlFor, prepareDatabase } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { testDatabase, type TestDatabase } from '@property-office/testing';
import { TimerLoop } from '@property-office/timers';
import { Client } from 'pg';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanComplaintFollowUpHandler } from './features/plan-complaint-follow-up/plan-complaint-follow-up.handler';
import { RecordOutcomeHandler } from './features/record-outcome/record-outcome.handler';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { PassOnFollowUp } from './persistence/pass-on-follow-up';
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
  let admin: Client;
  let plan: PlanComplaintFollowUpHandler;
  let record: RecordOutcomeHandler;
  let facts: ApplyFactHandler;
  let followUps: FollowUps;
  let read: ReadFollowUps;
  let timers: TimerLoop;
  const warnings: unknown[] = [];
  const handler = principal('desk');
  const accused = principal('desk-lead');
  const crew = newId();
  const act = { actor: { personId: newId(), role: 'desk' as const }, happenedAt: new Date(Date.now() - 60_000) };

  beforeAll(async () => {
    test = await testDatabase({
      template: 'followups',
      prepare: (adminUrl) => prepareDatabase({ adminUrl, schemas: [followupsSchema], roleSecret, testClock: true }),
    });
    admin = new Client({ connectionString: test.adminUrl });
    await admin.connect();
    database = new Database(followupsSchema, databaseUrlFor(test.adminUrl, appRole('followups'), roleSecret));
    await database.connect();
    followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    timers = new TimerLoop(database, { warn: (message) => void warnings.push(message) });
    const passOn = new PassOnFollowUp(followUps, timers);
    passOn.onModuleInit();
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), timers), followUps);
    clocks.onModuleInit();
    plan = new PlanComplaintFollowUpHandler(followUps, clocks, passOn);
    record = new RecordOutcomeHandler(followUps, clocks);
    facts = new ApplyFactHandler(followUps, clocks);
    read = new ReadFollowUps(database);
  });
  afterAll(async () => {
    await admin.end();
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
  const showTime = (hours: number) => admin.query(`UPDATE platform.test_clock SET ahead = ahead + $1 * interval '1 hour'`, [hours]);
  /** Known as holding what the principal says. */
  const holds = async (who: Principal): Promise<Principal> => {
    for (const { role, siteId: on } of who.roles)
      await database.query(`INSERT INTO office_role (id, person_id, role, site_id, from_at) VALUES ($1, $2, $3, $4, '2020-01-01')`, [newId(), who.personId, role, on]);
    return who;
  };
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
    await holds(principal('director'));
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

  describe('of a major one that everybody handled whose follow-up it is (G1)', () => {
    const theft = { major: true, majorBecause: ['theft' as const] };
    const elsewhere = newId();
    let [director, company, lead, other] = [principal('director'), principal('company'), principal('desk-lead'), principal('director')];

    beforeEach(async () => {
      await database.query('DELETE FROM office_role');
      await database.query('DELETE FROM office_absence');
      [director, company, lead] = [await holds(principal('director')), await holds(principal('company', { roles: [{ role: 'company', siteId: null }] })), await holds(principal('desk-lead'))];
      other = principal('director', { roles: [{ role: 'director', siteId: elsewhere }] });
    });
    const handledByAll = () => closed({ ...theft, handlerIds: [director.personId, company.personId] });
    const passedOn = async (id: string) =>
      (await told(id)).filter(({ type }) => type === 'followups.complaint-follow-up-passed-on.v1').map(({ data }) => ({ to: data['to'], personIds: data['personIds'] }));

    it('is passed on to the director of another site, who has it as the director has', async () => {
      await holds(other);
      const { id } = await handledByAll();
      expect(await passedOn(id)).toEqual([{ to: 'another-site', personIds: [other.personId] }]);
      for (const who of [director, company]) await expect(outcome(who, id, 'satisfied')).rejects.toMatchObject({ code: 'own-work' });
      await expect(outcome(lead, id, 'satisfied')).rejects.toMatchObject({ code: 'directors-own' });
      const stranger = principal('director', { roles: [{ role: 'director', siteId: newId() }] });
      await expect(outcome(stranger, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
      expect((await read.page(other, { limit: 10 })).items.map((each) => each.id)).toEqual([id]);
      expect(await outcome(other, id, 'satisfied')).toMatchObject({ state: 'satisfied', passedOnTo: 'another-site' });
    });

    it('is passed on to whoever of the site had no part in it, where there is no other director', async () => {
      const { id } = await closed({ ...theft, handlerIds: [director.personId, company.personId, handler.personId] });
      expect(await passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
      await expect(outcome(handler, id, 'satisfied')).rejects.toMatchObject({ code: 'own-work' });
      await expect(outcome(accused, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
      expect(await outcome(lead, id, 'unsatisfied')).toMatchObject({ state: 'unsatisfied' });
    });

    it('says so where nobody at all is there, and whoever comes may do it', async () => {
      await database.query('DELETE FROM office_role WHERE role = $1', ['desk-lead']);
      const { id } = await handledByAll();
      expect(await passedOn(id)).toEqual([{ to: 'same-site', personIds: [] }]);
      expect(await outcome(await holds(principal('desk')), id, 'satisfied')).toMatchObject({ state: 'satisfied' });
    });

    it.each([
      ['another person of the company', async () => void (await holds(principal('company', { roles: [{ role: 'company', siteId: null }] })))],
      ['a director who did not handle it', async () => void (await holds(principal('director')))],
    ])('stays where it belongs as long as there is %s', async (_, comes) => {
      await holds(other);
      await comes();
      const { id } = await handledByAll();
      expect(await passedOn(id)).toEqual([]);
      await expect(outcome(lead, id, 'satisfied')).rejects.toMatchObject({ code: 'directors-own' });
      await expect(outcome(other, id, 'satisfied')).rejects.toMatchObject({ code: 'follow-up-unknown' });
    });

    it('is not left with somebody who is away, or whom the complaint is about', async () => {
      const [away, about] = [await holds(principal('director')), await holds(principal('director'))];
      await database.query(`INSERT INTO office_absence (id, person_id, from_at) VALUES ($1, $2, '2020-01-01')`, [newId(), away.personId]);
      const { id } = await closed({ ...theft, handlerIds: [director.personId, company.personId], hiddenFrom: { personIds: [about.personId], crewIds: [] } });
      expect(await passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
    });

    it('goes on to the site when its time is over and the other director has not asked; each once', async () => {
      await holds(other);
      const { id } = await handledByAll();
      await showTime(24.1);
      await timers.fireDue();
      await showTime(48);
      await timers.fireDue();
      expect(await passedOn(id)).toEqual([{ to: 'another-site', personIds: [other.personId] }, { to: 'same-site', personIds: [lead.personId] }]);
      expect((await told(id)).some(({ type }) => type === 'followups.complaint-follow-up-escalated.v1')).toBe(true);
      expect(await outcome(lead, id, 'satisfied')).toMatchObject({ state: 'satisfied' });
      expect(warnings).toEqual([]);
    });

    it('is passed on when whoever was left goes, at whatever time', async () => {
      const last = await holds(principal('director'));
      const { id } = await handledByAll();
      expect(await passedOn(id)).toEqual([]);
      await database.query('DELETE FROM office_role WHERE person_id = $1', [last.personId]);
      await showTime(24.1);
      await timers.fireDue();
      expect(await passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
    });

    it('is looked at every day until it is over, and left with whoever has it in hand', async () => {
      const last = await holds(principal('director'));
      const { id } = await handledByAll();
      for (let i = 0; i < 5; i += 1) {
        await showTime(24.1);
        await timers.fireDue();
      }
      await database.query('DELETE FROM office_role WHERE person_id = $1', [last.personId]);
      await showTime(24.1);
      await timers.fireDue();
      expect(await passedOn(id)).toEqual([{ to: 'same-site', personIds: [lead.personId] }]);
      const asked = await closed(theft);
      await outcome(company, asked.id, 'satisfied');
      await showTime(48);
      await timers.fireDue();
      expect(await database.query(`SELECT 1 FROM timer WHERE aggregate_id = $1 AND kind = 'follow-up-second-person' AND status = 'set'`, [asked.id])).toEqual([]);
    });
  });
});
