import type { Principal, WireEvent } from '@property-office/contracts';
import { Deadlines, OfficeRules } from '@property-office/deadlines';
import { newId } from '@property-office/kernel';
import { Ledger } from '@property-office/outbox';
import type { Database } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { OwnDatabase } from '@property-office/service-testing';
import { waitFor } from '@property-office/testing';
import { TimerLoop } from '@property-office/timers';
import { Client } from 'pg';
import { ApplyFactHandler } from './features/apply-fact/apply-fact.handler';
import { PlanFollowUpHandler } from './features/plan-follow-up/plan-follow-up.handler';
import { RecordOutcomeHandler } from './features/record-outcome/record-outcome.handler';
import { TakeFollowUpHandler } from './features/take-follow-up/take-follow-up.handler';
import { addWorkers } from './persistence/episode-workers';
import { followCorrection } from './persistence/follow-correction';
import { FollowUp } from './persistence/follow-up.entity';
import { FollowUpClocks } from './persistence/follow-up-clocks';
import { FollowUps } from './persistence/follow-ups';
import { followupsSchema } from './persistence/schema';

const siteId = newId();

function principal(role: 'desk' | 'desk-lead' | 'resident', site = siteId): Principal {
  return { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role, siteId: site }], crews: [], homes: [] };
}

function command(who: Principal, operation: CommandContext['operation'], ifMatch?: string): CommandContext {
  return { operation, principal: who, requestId: 'r', traceparent: '00-0-0-00', language: 'zh', route: '', ...(ifMatch && { ifMatch }) };
}

describe('follow-ups', () => {
  let own: OwnDatabase;
  let database: Database;
  let take: TakeFollowUpHandler;
  let record: RecordOutcomeHandler;
  let plan: PlanFollowUpHandler;
  let facts: ApplyFactHandler;
  let followUps: FollowUps;
  let timers: TimerLoop;
  let admin: Client;
  const warnings: string[] = [];
  const technician = newId();
  const act = { actor: { personId: technician, role: 'technician' as const }, happenedAt: new Date(Date.now() - 60_000) };

  beforeAll(async () => {
    own = await OwnDatabase.open(followupsSchema);
    ({ database } = own);
    admin = new Client({ connectionString: own.adminUrl });
    await admin.connect();
    followUps = new FollowUps(new Ledger({ traceparent: () => undefined, committed: () => undefined }));
    timers = new TimerLoop(database, { warn: (line) => warnings.push(line) });
    const clocks = new FollowUpClocks(new Deadlines(new OfficeRules(database), timers), followUps);
    clocks.onModuleInit();
    take = new TakeFollowUpHandler(followUps);
    record = new RecordOutcomeHandler(followUps, clocks);
    plan = new PlanFollowUpHandler(followUps);
    facts = new ApplyFactHandler(followUps, clocks);
  });

  afterAll(async () => {
    await admin.end();
    await own.close();
  });

  /** A follow-up of a new request, due because its work is done. */
  async function due(): Promise<{ id: string; repairRequestId: string }> {
    const repairRequestId = newId();
    const episode = { repairRequestId, repairNumber: 'R-20261123-10001', episode: 1, siteId, homeId: null, repairClass: 'P1' as const, reporterId: newId() };
    await database.transaction((tx) => plan.execute(tx, episode, act));
    await database.transaction(async (tx) => {
      addWorkers(tx, repairRequestId, 1, [technician]);
      await facts.execute(tx, repairRequestId, 1, act, 'resolved');
    });
    const [row] = await database.query<{ id: string }>('SELECT id FROM follow_up WHERE repair_request_id = $1', [repairRequestId]);
    return { id: row!.id, repairRequestId };
  }

  const outcome = (who: Principal, id: string, input: Parameters<RecordOutcomeHandler['execute']>[3]): Promise<FollowUp> =>
    database.transaction((tx) => record.execute(tx, command(who, 'followups.recordOutcome'), id, input));
  const events = async (id: string): Promise<string[]> =>
    (await database.query<{ type: string }>('SELECT type FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version', [id])).map(({ type }) => type);

  it('is confirmed by the desk after it was taken (main flow 6)', async () => {
    const { id } = await due();
    const desk = principal('desk');
    await database.transaction((tx) => take.execute(tx, command(desk, 'followups.takeFollowUp'), id, {}));
    const done = await outcome(desk, id, { result: 'satisfied', rating: 5 });
    expect(done).toMatchObject({ state: 'satisfied', rating: 5, takenBy: desk.personId, version: 4 });
    expect(await events(id)).toEqual([
      'followups.follow-up-planned.v1',
      'followups.follow-up-due.v1',
      'followups.follow-up-taken.v1',
      'followups.follow-up-completed.v1',
    ]);
  });

  it('is not done for whoever did the work, nor by them for somebody else: neither of "X for Y" (G1)', async () => {
    const forPerson = (who: Principal, forPersonId: string): Principal => ({
      ...who,
      deputyships: [{ forPersonId, kind: 'duty', roles: [{ role: 'desk-lead', siteId }] }],
    });
    const { id } = await due();
    const stranger = principal('resident', newId());
    await expect(outcome(forPerson(stranger, technician), id, { result: 'satisfied' })).rejects.toMatchObject({ code: 'own-work' });
    await expect(outcome({ ...forPerson(stranger, newId()), personId: technician }, id, { result: 'satisfied' })).rejects.toMatchObject({ code: 'own-work' });
    const lead = newId();
    await outcome(forPerson(stranger, lead), id, { result: 'satisfied' });
    const [last] = await database.query('SELECT actor_id, actor_role, actor_for FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version DESC LIMIT 1', [id]);
    expect(last).toEqual({ actor_id: stranger.personId, actor_role: 'desk-lead', actor_for: lead });
  });

  it('is never done by whoever did the work, even with the role of the desk', async () => {
    const { id } = await due();
    const worker = { ...principal('desk'), personId: technician };
    await expect(outcome(worker, id, { result: 'satisfied' })).rejects.toMatchObject({ code: 'own-work' });
    expect(await events(id)).toHaveLength(2);
  });

  it('turns a satisfied answer with two stars into an unsatisfied one', async () => {
    const { id } = await due();
    expect(await outcome(principal('desk'), id, { result: 'satisfied', rating: 2 })).toMatchObject({ state: 'unsatisfied' });
    const [completed] = await database.query<{ data: WireEvent<'followups.follow-up-completed.v1'>['data'] }>(
      `SELECT data FROM ledger WHERE aggregate_id = $1 AND type = 'followups.follow-up-completed.v1'`,
      [id],
    );
    expect(completed!.data).toMatchObject({ result: 'unsatisfied', rating: 2 });
  });

  it('gives up after three tries on different days, not after three on one', async () => {
    const { id } = await due();
    const desk = principal('desk');
    expect(await outcome(desk, id, { result: 'unreachable' })).toMatchObject({ state: 'due', tries: 1 });
    await expect(outcome(desk, id, { result: 'unreachable' })).rejects.toMatchObject({ code: 'tried-today' });
    await database.query(`UPDATE follow_up SET last_try_at = last_try_at - interval '1 day' WHERE id = $1`, [id]);
    expect(await outcome(desk, id, { result: 'unreachable' })).toMatchObject({ state: 'due', tries: 2 });
    await database.query(`UPDATE follow_up SET last_try_at = last_try_at - interval '1 day' WHERE id = $1`, [id]);
    expect(await outcome(desk, id, { result: 'unreachable' })).toMatchObject({ state: 'unreachable', tries: 3 });
  });

  it('counts the days of tries on the calendar of the site', async () => {
    /** A zone in which it is this hour now. */
    const zoneWhere = (hour: number): string => {
      const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
      return `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
    };
    const hear = (timeZone: string) =>
      database.query('INSERT INTO office_site (id, time_zone) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET time_zone = excluded.time_zone', [siteId, timeZone]);
    const triedAnHourAgo = async () => {
      const { id } = await due();
      await outcome(principal('desk'), id, { result: 'unreachable' });
      await database.query(`UPDATE follow_up SET last_try_at = last_try_at - interval '1 hour' WHERE id = $1`, [id]);
      return id;
    };
    await hear(zoneWhere(0));
    expect(await outcome(principal('desk'), await triedAnHourAgo(), { result: 'unreachable' })).toMatchObject({ tries: 2 });
    await hear(zoneWhere(12));
    await expect(outcome(principal('desk'), await triedAnHourAgo(), { result: 'unreachable' })).rejects.toMatchObject({ code: 'tried-today' });
    await database.query('DELETE FROM office_site WHERE id = $1', [siteId]);
  });

  it('does not exist for the desk of another site, nor for a resident', async () => {
    const { id } = await due();
    await expect(outcome(principal('desk', newId()), id, { result: 'satisfied' })).rejects.toMatchObject({ code: 'follow-up-unknown' });
    await expect(outcome(principal('resident'), id, { result: 'satisfied' })).rejects.toMatchObject({ code: 'follow-up-unknown' });
  });

  it('refuses a second outcome, names what is allowed and changes nothing', async () => {
    const { id } = await due();
    await outcome(principal('desk'), id, { result: 'satisfied' });
    await expect(outcome(principal('desk'), id, { result: 'unsatisfied' })).rejects.toMatchObject({ code: 'follow-up-move-illegal' });
    expect(await events(id)).toHaveLength(3);
  });

  it('is one for each episode, also when it is planned twice (I3)', async () => {
    const { repairRequestId } = await due();
    const again = { repairRequestId, repairNumber: 'R-1', episode: 1, siteId, homeId: null, repairClass: 'P1' as const, reporterId: null };
    await expect(database.transaction((tx) => plan.execute(tx, again, act))).rejects.toMatchObject({ constraint: 'follow_up_episode' });
  });

  it('is cancelled with its request before the work, and comes back when the work was done all the same', async () => {
    const repairRequestId = newId();
    const episode = { repairRequestId, repairNumber: 'R-2', episode: 1, siteId, homeId: null, repairClass: 'P2' as const, reporterId: newId() };
    await database.transaction((tx) => plan.execute(tx, episode, act));
    const fact = (what: 'cancelled' | 'resolved') => database.transaction((tx) => facts.execute(tx, repairRequestId, 1, act, what));
    const state = async () => (await database.query<{ state: string }>('SELECT state FROM follow_up WHERE repair_request_id = $1', [repairRequestId]))[0]!.state;
    await fact('cancelled');
    expect(await state()).toBe('cancelled');
    await fact('resolved');
    expect(await state()).toBe('due');
    await fact('cancelled');
    expect(await state()).toBe('due');
  });

  it('is the same one again, planned, when a cancellation is taken back (I3)', async () => {
    const repairRequestId = newId();
    const episode = { repairRequestId, repairNumber: 'R-3', episode: 1, siteId, homeId: null, repairClass: 'P2' as const, reporterId: newId() };
    await database.transaction((tx) => plan.execute(tx, episode, act));
    for (const what of ['cancelled', 'cancellation-taken-back', 'resolved'] as const) {
      await database.transaction((tx) => facts.execute(tx, repairRequestId, 1, act, what));
    }
    const rows = await database.query<{ id: string; state: string }>('SELECT id, state FROM follow_up WHERE repair_request_id = $1', [repairRequestId]);
    expect(rows).toMatchObject([{ state: 'due' }]);
    expect((await events(rows[0]!.id)).map((type) => type.split('.')[1])).toEqual([
      'follow-up-planned',
      'follow-up-cancelled',
      'follow-up-planned',
      'follow-up-due',
    ]);
  });

  it('asks the right person in the way that fits when the reporter or the class is corrected (G3)', async () => {
    const { id, repairRequestId } = await due();
    const reporterId = newId();
    const correct = (to: Parameters<typeof followCorrection>[3]) =>
      database.transaction((tx) => followCorrection(tx, followUps, { repairRequestId, episode: 1 }, to));
    const copied = async () => (await database.query('SELECT reporter_id, repair_class, channel, state FROM follow_up WHERE id = $1', [id]))[0];
    await correct({ reporterId, repairClass: 'P2' });
    expect(await copied()).toEqual({ reporter_id: reporterId, repair_class: 'P2', channel: 'message', state: 'due' });
    await correct({ reporterId: null });
    expect(await copied()).toMatchObject({ reporter_id: null, repair_class: 'P2', channel: 'door' });
    await outcome(principal('desk'), id, { result: 'satisfied' });
    await correct({ reporterId });
    expect(await copied()).toMatchObject({ reporter_id: null, state: 'satisfied' });
  });

  describe('the clock of the first try (Q1, G5)', () => {
    const hour = 3_600_000;
    const resolved = new Date('2027-03-03T10:00:00+08:00');
    const showTime = (at: Date) => admin.query('UPDATE platform.test_clock SET ahead = ahead + ($1::timestamptz - platform.now())', [at]);
    const later = (hours: number) => new Date(resolved.getTime() + hours * hour);

    async function dueSince(repairClass: 'P1' | 'P2', site = siteId): Promise<string> {
      await showTime(resolved);
      const episode = { repairRequestId: newId(), repairNumber: 'R-9', episode: 1, siteId: site, homeId: null, repairClass, reporterId: newId() };
      const begun = { ...act, happenedAt: resolved };
      await database.transaction((tx) => plan.execute(tx, episode, begun));
      await database.transaction((tx) => facts.execute(tx, episode.repairRequestId, 1, begun, 'resolved'));
      const [row] = await database.query<{ id: string }>('SELECT id FROM follow_up WHERE repair_request_id = $1', [episode.repairRequestId]);
      return row!.id;
    }
    const holds = async (role: string): Promise<string> => {
      const personId = newId();
      await database.query('INSERT INTO office_role (id, person_id, role, site_id, from_at) VALUES ($1, $2, $3, $4, $5)', [newId(), personId, role, siteId, later(-1)]);
      return personId;
    };
    const escalated = async (id: string) =>
      (await database.query<{ data: { level: string; told: Array<{ personId: string }> } }>(`SELECT data FROM ledger WHERE aggregate_id = $1 AND type LIKE '%escalated%' ORDER BY aggregate_version`, [id])).map(
        ({ data }) => `${data.level}: ${data.told.map(({ personId }) => personId).join(' ') || 'nobody'}`,
      );

    it('gives what the table of targets says, which is no constant', async () => {
      const firstTryBy = async (id: string) => (await database.query<{ by: Date }>('SELECT first_try_by AS by FROM follow_up WHERE id = $1', [id]))[0]!.by;
      expect(await firstTryBy(await dueSince('P1'))).toEqual(later(24));
      expect(await firstTryBy(await dueSince('P2'))).toEqual(new Date('2027-03-05T18:00:00+08:00'));
      const elsewhere = newId();
      const content = { class: 'P1', promise: 'follow-up', function: 'desk', countsFrom: 'start', limits: [{ amount: 2, unit: 'hours' }], words: null };
      await database.query(`INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at) VALUES ($1, 'target', $2, $3, '{}', $4, $4)`, [newId(), elsewhere, content, later(-1)]);
      const changed = async () => (await firstTryBy(await dueSince('P1', elsewhere))).getTime() === later(2).getTime();
      await waitFor(changed, { what: 'the new target' });
    });

    it('tells the desk lead of a follow-up nobody took, and whoever took it first', async () => {
      const lead = await holds('desk-lead');
      const alone = await dueSince('P1');
      const taken = await dueSince('P1');
      const desk = principal('desk');
      await database.transaction((tx) => take.execute(tx, command(desk, 'followups.takeFollowUp'), taken, {}));
      await showTime(later(24.1));
      await timers.fireDue();
      expect(await escalated(alone)).toEqual(['responsible: nobody', `lead: ${lead}`]);
      expect(await escalated(taken)).toEqual([`responsible: ${desk.personId}`]);
      expect(warnings).toEqual([]);
    });

    it('stops with the first try, reached or not, and with a reopening', async () => {
      const [tried, reopened] = [await dueSince('P1'), await dueSince('P1')];
      const [row] = await database.query<{ request: string }>('SELECT repair_request_id AS request FROM follow_up WHERE id = $1', [reopened]);
      await database.transaction((tx) => facts.execute(tx, row!.request, 1, { ...act, happenedAt: later(1) }, 'reopened'));
      expect(await outcome(principal('desk'), tried, { result: 'unreachable' })).toMatchObject({ state: 'due', tries: 1 });
      await showTime(later(72));
      await timers.fireDue();
      expect([await escalated(tried), await escalated(reopened)]).toEqual([[], []]);
    });
    it('is shown to have been on time by a try that is entered later (G2)', async () => {
      const id = await dueSince('P1');
      await showTime(later(24.1));
      await timers.fireDue();
      const level = (await escalated(id)).length;
      expect(level).toBeGreaterThan(0);
      await outcome(principal('desk'), id, { result: 'satisfied', happenedAt: later(23), lateReason: '电话系统故障' });
      expect((await events(id)).filter((type) => type === 'followups.follow-up-shown-on-time.v1')).toHaveLength(level);
    });
  });
});
