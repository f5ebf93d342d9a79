import { shieldObject } from '@property-office/access';
import type { EventData, Principal, WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import type { ReactionContext } from '@property-office/messaging';
import { Ledger } from '@property-office/outbox';
import type { Database, Transaction } from '@property-office/persistence';
import type { CommandContext } from '@property-office/service-kit';
import { OwnDatabase } from '@property-office/service-testing';
import type { EscalationMove } from './domain/escalation-states';
import { AnswerEscalationHandler } from './features/answer-escalation/answer-escalation.handler';
import { escalationView } from './features/escalation.view';
import { Escalations, type Escalation } from './persistence/escalations';
import { Inbox } from './persistence/inbox';
import { notificationsSchema } from './persistence/schema';
import { TellAboutEscalationsReaction } from './reactions/tell-about-escalations.reaction';

const siteId = newId();
type Level = EventData<'tickets.repair-escalated.v1'>;

describe('what was escalated to a person (G5)', () => {
  let own: OwnDatabase;
  let database: Database;
  let escalations: Escalations;
  let handler: AnswerEscalationHandler;
  const reaction = new TellAboutEscalationsReaction();

  beforeAll(async () => {
    own = await OwnDatabase.open(notificationsSchema);
    ({ database } = own);
    escalations = new Escalations(database);
    handler = new AnswerEscalationHandler(escalations, new Ledger({ traceparent: () => undefined, committed: () => undefined }));
  });
  afterAll(() => own.close());

  const at = (minutesAgo: number): string => new Date(Date.now() - minutesAgo * 60_000).toISOString();
  const envelope = (subject: string) => ({ siteid: siteId, subject, happenedat: at(10), id: newId() });
  const hear = (work: (context: ReactionContext<Transaction>) => void | Promise<void>): Promise<void> =>
    database.transaction(async (tx) => work({ tx } as ReactionContext<Transaction>));

  function levelFor(told: Level['told'], more: Partial<Level> = {}): Level {
    const promised = { deadlineId: newId(), promise: 'answer', class: 'P1', dueAt: at(20) };
    return { number: 'R-20261123-10007', episode: 1, ...promised, level: 'lead', to: 'crew-lead', outcome: 'told', reached: 'lead', told, ...more };
  }
  const reached = (data: Level, repairId = newId()): Promise<void> =>
    hear((context) => reaction.onRepair({ type: 'tickets.repair-escalated.v1', data, ...envelope(repairId) } as WireEvent<'tickets.repair-escalated.v1'>, context));

  function person(role: Principal['roles'][number]['role'] = 'crew-lead'): Principal {
    return { personId: newId(), accountId: newId(), sessionId: newId(), name: '王敏', roles: [{ role, siteId }], crews: [], homes: [] };
  }
  const command = (principal: Principal, ifMatch?: string): CommandContext => ({
    operation: 'notifications.actOnEscalation',
    principal,
    requestId: 'r',
    traceparent: '00-0-0-00',
    language: 'zh',
    route: '',
    ...(ifMatch && { ifMatch }),
  });
  const answer = (who: Principal, id: string, move: EscalationMove, input: object = {}, ifMatch?: string): Promise<Escalation> =>
    database.transaction((tx) => handler.execute(tx, command(who, ifMatch), id, move, input));
  const mine = async (who: Principal, open?: boolean) => (await escalations.page(who.personId, { limit: 10, ...(open !== undefined && { open }) })).items;

  it('of what has no number is called by what was promised', async () => {
    const lead = person('desk-lead');
    const { number: _, episode: __, ...level } = levelFor([{ personId: lead.personId, forPersonId: null }], { promise: 'decide-claim', class: 'home-claim', to: 'desk-lead' });
    const claimId = newId();
    const event = { type: 'reception.home-claim-escalated.v1', data: { claimId, ...level }, ...envelope(newId()) };
    await hear((context) => reaction.onHomeClaim(event as WireEvent<'reception.home-claim-escalated.v1'>, context));
    const [escalation] = await mine(lead);
    expect([escalationView(escalation!, 'zh'), escalationView(escalation!, 'en')]).toMatchObject([
      { title: '“审核房屋认领”已升级给您', object: { type: 'home-claim', id: claimId, number: null } },
      { title: '“decision on a claim of a home” was escalated to you' },
    ]);
    const [told] = await database.query<{ kind: string; data: object }>('SELECT kind, data FROM notification WHERE person_id = $1', [lead.personId]);
    expect(told).toEqual({ kind: 'unnumbered-promise-late', data: { promise: 'decide-claim' } });
    const shown = { ...event, type: 'reception.home-claim-shown-on-time.v1' };
    await hear((context) => reaction.onHomeClaim(shown as unknown as WireEvent<'reception.home-claim-shown-on-time.v1'>, context));
    expect((await mine(lead))[0]).toMatchObject({ shownOnTime: true });
  });

  it('stands in their inbox and on their list, once however often it is heard, and on nobody else’s', async () => {
    const [lead, deputy] = [person(), person()];
    const absent = newId();
    const level = levelFor([
      { personId: lead.personId, forPersonId: null },
      { personId: deputy.personId, forPersonId: absent },
    ]);
    const repairId = newId();
    await reached(level, repairId);
    await reached(level, repairId);
    expect(await mine(lead)).toMatchObject([{ objectId: repairId, number: level.number, promise: 'answer', level: 'lead', state: 'open', forPersonId: null }]);
    expect(await mine(deputy)).toMatchObject([{ forPersonId: absent }]);
    expect(await mine(person())).toEqual([]);
    const found = async (q: string, who = lead) => (await escalations.page(who.personId, { limit: 10, q })).items.length;
    expect([await found('20261123-10007'), await found('R-2026'), await found('10008'), await found('--'), await found('10007', person())]).toEqual([1, 1, 0, 0, 0]);
    expect((await new Inbox(database).page(lead.personId, { limit: 10 })).items).toMatchObject([{ kind: 'promise-late', subjectId: repairId }]);
  });

  it('of two levels about the same promise is two', async () => {
    const lead = person();
    const told = [{ personId: lead.personId, forPersonId: null }];
    const first = levelFor(told);
    await reached(first);
    await reached({ ...first, level: 'director' });
    expect((await mine(lead)).map(({ level }) => level).sort()).toEqual(['director', 'lead']);
    expect((await new Inbox(database).page(lead.personId, { limit: 10 })).items).toHaveLength(2);
  });

  it('is acknowledged, then acted on, and both are told for whom it was done (G1)', async () => {
    const deputy = person();
    const absent = newId();
    await reached(levelFor([{ personId: deputy.personId, forPersonId: absent }]));
    const [{ id, reachedAt }] = (await mine(deputy, true)) as [Escalation];
    expect(await answer(deputy, id, 'acknowledge')).toMatchObject({ state: 'acknowledged', version: 1 });
    expect(await mine(deputy, true)).toEqual([]);
    expect(await answer(deputy, id, 'act', { note: '已改派乙班' })).toMatchObject({ state: 'acted', note: '已改派乙班', version: 2 });
    const told = await database.query<{ data: object; actor_for: string; actor_role: string }>(
      'SELECT data, actor_for, actor_role FROM ledger WHERE aggregate_id = $1 ORDER BY aggregate_version',
      [id],
    );
    expect(told).toMatchObject([
      { data: { answer: 'acknowledged', note: null, objectType: 'repair-request' }, actor_for: absent, actor_role: 'crew-lead' },
      { data: { answer: 'acted', note: '已改派乙班' }, actor_for: absent },
    ]);
    await expect(answer(deputy, id, 'act', { note: 'x', happenedAt: new Date(reachedAt.getTime() - 60_000) })).rejects.toMatchObject({ code: 'happened-before-previous' });
  });

  it('is acknowledged once: the refusal names what is allowed (G3)', async () => {
    const lead = person();
    await reached(levelFor([{ personId: lead.personId, forPersonId: null }]));
    const [{ id }] = (await mine(lead)) as [Escalation];
    await answer(lead, id, 'act', { note: '已到场' });
    await expect(answer(lead, id, 'acknowledge')).rejects.toMatchObject({ code: 'escalation-answered', params: { allowed: { en: 'say what was done' } } });
  });

  it('is answered by nobody else, and not on a version that is gone', async () => {
    const lead = person();
    await reached(levelFor([{ personId: lead.personId, forPersonId: null }]));
    const [{ id }] = (await mine(lead)) as [Escalation];
    await expect(answer(person('director'), id, 'acknowledge')).rejects.toMatchObject({ code: 'escalation-unknown' });
    await expect(answer(lead, id, 'acknowledge', {}, '"7"')).rejects.toMatchObject({ code: 'stale' });
  });

  it('shows what was later shown to be on time, whichever is heard first (G2)', async () => {
    for (const order of ['level first', 'proof first']) {
      const lead = person();
      const level = levelFor([{ personId: lead.personId, forPersonId: null }]);
      const { deadlineId } = level;
      const shown = { ...level } as unknown as EventData<'tickets.repair-shown-on-time.v1'>;
      const prove = () =>
        hear((context) => reaction.onRepair({ type: 'tickets.repair-shown-on-time.v1', data: shown, ...envelope(newId()) } as WireEvent<'tickets.repair-shown-on-time.v1'>, context));
      const steps = [() => reached(level), prove];
      for (const step of order === 'level first' ? steps : steps.reverse()) await step();
      expect(await mine(lead)).toMatchObject([{ deadlineId, shownOnTime: true }]);
    }
  });

  it('is that of a follow-up, too, about its repair', async () => {
    const lead = person('desk-lead');
    const { number: repairNumber, ...level } = levelFor([{ personId: lead.personId, forPersonId: null }], { promise: 'follow-up' });
    const repairRequestId = newId();
    const data = { ...level, repairNumber, repairRequestId };
    await hear((context) => reaction.onFollowUp({ type: 'followups.follow-up-escalated.v1', data, ...envelope(newId()) } as WireEvent<'followups.follow-up-escalated.v1'>, context));
    expect(await mine(lead)).toMatchObject([{ objectId: repairRequestId, number: repairNumber, promise: 'follow-up' }]);
  });

  it('is that of a complaint, too: day and night of a major one, and never for whom it is hidden from, themselves or by their crew (W2.3)', async () => {
    const [lead, accused, mate] = [person('desk-lead'), person('desk-lead'), person('desk-lead')];
    const [complaintId, crewId] = [newId(), newId()];
    await database.transaction(async (tx) => {
      shieldObject(tx, complaintId, { personIds: [accused.personId], crewIds: [crewId] });
      tx.send('INSERT INTO crew_member (membership_id, crew_id, person_id, starts_at) VALUES ($1, $2, $3, now())', [newId(), crewId, mate.personId]);
    });
    await database.query(
      `INSERT INTO notification_settings (person_id, language, version, changed_at, channels) VALUES ($1, 'zh', 1, now(), '{"work":["sms"]}')`,
      [lead.personId],
    );
    const told = [lead, accused, mate].map(({ personId }) => ({ personId, forPersonId: null }));
    for (const name of ['complaint', 'major-complaint']) {
      const { episode: round, ...level } = levelFor(told, { number: 'C-20261123-10001', class: name });
      const event = { type: 'complaints.complaint-escalated.v1', data: { ...level, round }, ...envelope(complaintId) };
      await hear((context) => reaction.onComplaint(event as WireEvent<'complaints.complaint-escalated.v1'>, context));
    }
    expect(await mine(lead)).toMatchObject([{ objectType: 'complaint', objectId: complaintId, number: 'C-20261123-10001' }, { objectId: complaintId }]);
    expect([...(await mine(accused)), ...(await mine(mate))]).toEqual([]);
    const rows = await database.query<{ urgent: boolean }>(`SELECT DISTINCT d.urgent FROM delivery d JOIN notification n ON n.id = d.notification_id WHERE n.subject_id = $1 ORDER BY 1`, [complaintId]);
    expect(rows).toEqual([{ urgent: false }, { urgent: true }]);
  });

  it('is told by day and night where the plan of its site is urgent, of whatever class, and else in the morning (G5, Q1)', async () => {
    const lead = person();
    await database.query(`INSERT INTO notification_settings (person_id, language, version, changed_at, channels) VALUES ($1, 'zh', 1, now(), '{"work":["sms"]}')`, [lead.personId]);
    const told = [{ personId: lead.personId, forPersonId: null }];
    const passesTheNight = async (more: Partial<Level>) => {
      const repairId = newId();
      await reached(levelFor(told, more), repairId);
      return (await database.query<{ urgent: boolean }>('SELECT d.urgent FROM delivery d JOIN notification n ON n.id = d.notification_id WHERE n.subject_id = $1', [repairId]))[0]!.urgent;
    };
    const classes = ['P0', 'P1', 'P2', 'P3', 'of no plan'];
    const each = async () => Promise.all(classes.map((name) => passesTheNight({ class: name })));
    expect(await each()).toEqual([true, true, false, false, false]);
    // By the class alone it would wake them: a call that was not made does not.
    expect(await passesTheNight({ class: 'P0', promise: 'follow-up' })).toBe(false);
    const plan = (site: string, name: string, urgent: boolean) =>
      database.query('INSERT INTO office_rule (id, kind, site_id, content, source, effective_from, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, now())', [
        newId(), 'plan', site, JSON.stringify({ class: name, promise: null, plan: { urgent, function: 'desk', levels: [] } }), '{}', '2026-01-01',
      ]);
    await plan(siteId, 'P3', true);
    await plan(siteId, 'P1', false);
    await plan(newId(), 'P2', true);
    expect(await each()).toEqual([true, false, false, true, false]);
  });
});
