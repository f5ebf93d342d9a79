import type { WireEvent } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { holder, leaves, march, RunningRepair } from './clocks.fixture';
import { Office } from './office.fixture';
import { announced, TicketsUnderTest } from './tickets.fixture';

describe('clocks of repairs (G4, G5, Q1)', () => {
  let tickets: TicketsUnderTest;
  let office: Office;

  beforeAll(async () => {
    tickets = await TicketsUnderTest.open();
  });
  beforeEach(async () => {
    await tickets.rows(`UPDATE tickets.timer SET status = 'cancelled' WHERE status = 'set'`);
    await tickets.showTime(march('10:00'));
    office = await Office.open(tickets);
  });
  afterAll(() => tickets.close());

  /** Burst pipe (P1), live wire (P0), leak (P2), wall (P3), reported now. */
  async function reported(category: string, more: object = {}): Promise<RunningRepair> {
    return new RunningRepair(tickets, office, await office.reported({ category, happenedAt: iso('10:00'), ...more }));
  }
  const iso = (time: string, day?: number): string => march(time, day).toISOString();

  it('start with the report, from when it happened, by the class of its category, here and not where it is looked at (what the closest systems get wrong: deadlines computed in the browser)', async () => {
    const happened = { happenedAt: iso('09:50') };
    expect(await (await reported('live-wire', happened)).promises()).toMatchObject({
      answer: { dueAt: iso('09:55'), overdue: true },
      'on-site': { dueAt: iso('10:05'), overdue: false },
      done: { state: 'in-words', dueAt: null },
    });
    expect(await (await reported('pipe-burst', happened)).promises()).toMatchObject({ answer: { dueAt: iso('10:05') }, 'on-site': { dueAt: iso('10:20') } });
    expect(await (await reported('water-leak', happened)).promises()).toMatchObject({ answer: { dueAt: iso('10:20') }, done: { dueAt: iso('09:50', 6) } });
    expect(await (await reported('wall', happened)).promises()).toMatchObject({ answer: { dueAt: iso('11:50') }, plan: { dueAt: iso('18:00', 8) } });
  });

  it('promise a visit half an hour around the appointment, where there is one', async () => {
    expect((await (await reported('water-leak')).promises())['on-site']).toBeUndefined();
    const preferredWindow = { from: iso('14:00'), to: iso('15:00') };
    expect((await (await reported('water-leak', { preferredWindow })).promises())['on-site']).toMatchObject({ dueAt: iso('15:30') });
  });

  it('count an answer when a person took it, not when a crew was chosen by rule', async () => {
    const chosen = await reported('pipe-burst');
    await chosen.work('assigned', march('10:01'));
    expect((await chosen.promises()).answer).toMatchObject({ state: 'running' });
    await chosen.work('accepted', march('10:02'));
    expect((await chosen.promises()).answer).toMatchObject({ state: 'closed', closedAt: iso('10:02'), overdue: false });
    const claimed = await reported('pipe-burst');
    await claimed.work('claimed', march('10:03'));
    expect((await claimed.promises()).answer).toMatchObject({ state: 'closed' });
  });

  it('stop while the work waits, and are closed by arrival and by the end', async () => {
    const repair = await reported('pipe-burst');
    await repair.work('accepted', march('10:02'));
    await repair.work('arrived', march('10:20'));
    await tickets.showTime(march('10:30'));
    await repair.work('paused', march('10:30'), { reviewAt: march('10:00', 5) });
    expect(await repair.promises()).toMatchObject({ 'on-site': { state: 'closed' }, done: { state: 'paused', dueAt: new Date('2027-03-05T23:59:59.999+08:00').toISOString() } });
    await tickets.until(march('09:00', 5));
    expect(await repair.escalated()).toEqual([]);
    await repair.work('resumed', march('09:30', 4));
    expect((await repair.promises()).done).toMatchObject({ state: 'running', dueAt: new Date('2027-03-04T23:59:59.999+08:00').toISOString() });
    await repair.work('finished', march('11:00', 4));
    expect((await repair.promises()).done).toMatchObject({ state: 'closed', overdue: false });
  });

  it('tell a lead of a job nobody took, each level once, on the timeline (what the closest systems get wrong: a job nobody took alerts nobody)', async () => {
    const lead = await holder(tickets, office, 'crew-lead');
    const director = await holder(tickets, office, 'director');
    const repair = await reported('live-wire');
    await tickets.until(march('10:10'));
    await tickets.runtime.timers.fireDue();
    expect(await repair.escalated()).toEqual(['answer responsible: nobody', `answer lead: ${lead}`]);
    await tickets.until(march('10:14', 4));
    const all = await repair.escalated();
    expect(all.filter((line) => line.startsWith('answer'))).toEqual([
      'answer responsible: nobody',
      `answer lead: ${lead}`,
      'answer office: nobody',
      `answer director: ${director}`,
      'answer company: nobody',
    ]);
    expect(new Set(all).size).toBe(10);
    const [row] = await tickets.rows('SELECT version, (SELECT count(*)::int FROM tickets.ledger WHERE aggregate_id = r.id) AS events FROM tickets.repair_request r WHERE id = $1', [repair.id]);
    expect(row).toEqual({ version: 11, events: 11 });
  });

  it('remind the technician who has it first', async () => {
    const repair = await reported('pipe-burst');
    await repair.work('accepted', march('10:05'));
    await tickets.until(march('10:31'));
    expect(await repair.escalated()).toEqual([`on-site responsible: ${repair.technicianId}`]);
    await repair.work('declined', march('10:32'));
    await tickets.until(march('10:41'));
    expect((await repair.escalated()).slice(1)).toEqual(['on-site lead: nobody', 'on-site office: nobody', 'on-site director: nobody', 'on-site company: nobody']);
  });

  it('remind nobody who had it before another trade was to be sent: the request is open again', async () => {
    const repair = await reported('pipe-burst');
    await repair.work('claimed', march('10:01'));
    expect(await office.status(repair.id)).toBe('assigned');
    await repair.work('corrected', march('10:02'));
    expect(await office.status(repair.id)).toBe('open');
    await tickets.until(march('10:31'));
    expect((await repair.escalated()).join()).not.toContain(repair.technicianId);
  });

  it('ask the duty officer of the plan and the deputy of who is away, as directory tells', async () => {
    await holder(tickets, office, 'duty-officer');
    const [planned, deputy] = [newId(), newId()];
    const span = { from: iso('00:00'), until: iso('00:00', 5) };
    const duty = { dutyId: newId(), personId: planned, role: 'duty-officer' as const, ...span };
    const given = { delegationId: newId(), fromPersonId: planned, toPersonId: deputy, kind: 'duty' as const, order: 1 as const, ...span };
    await tickets.hear(announced('directory.duty-planned.v1', duty.dutyId, office.siteId, duty) as WireEvent, ['tickets__office_duty_v2']);
    await tickets.hear(announced('directory.delegation-given.v1', given.delegationId, office.siteId, given) as WireEvent, ['tickets__office_duty_v2']);
    await tickets.showTime(march('22:00'));
    const repair = await reported('live-wire', { happenedAt: iso('22:00') });
    await tickets.until(march('22:06'));
    expect(await repair.escalated()).toContain(`answer office: ${deputy}`);
  });

  it('go past whoever has left to the next level: the technician who had it, the only lead (G6)', async () => {
    const [lead, director] = [await holder(tickets, office, 'crew-lead'), await holder(tickets, office, 'director')];
    const repair = await reported('pipe-burst');
    await repair.work('accepted', march('10:05'));
    for (const personId of [repair.technicianId, lead]) await leaves(tickets, office, personId);
    await tickets.until(march('10:31'));
    expect(await repair.escalated()).toEqual(['on-site responsible: nobody', 'on-site lead: nobody', 'on-site office: nobody', `on-site director: ${director}`]);
  });

  it('are frozen by a cancellation, and have run on when that is taken back', async () => {
    const repair = await reported('pipe-burst');
    await tickets.act(repair.id, 'cancel', office.resident, { reason: '自己修好了' });
    await tickets.until(march('10:04'));
    expect(await repair.promises()).toMatchObject({ answer: { state: 'cancelled' }, done: { state: 'cancelled' } });
    await tickets.act(repair.id, 'take-back', office.resident);
    expect((await repair.promises()).answer).toMatchObject({ state: 'running', dueAt: iso('10:15') });
    await tickets.act(repair.id, 'cancel', office.resident, { reason: '自己修好了' });
    await tickets.until(march('10:00', 4));
    expect(await repair.escalated()).toEqual([]);
  });

  it('are judged by when the work was done where that beat a cancellation', async () => {
    const repair = await reported('pipe-burst');
    await tickets.act(repair.id, 'cancel', office.resident, { reason: '不用修了' });
    await repair.work('finished', march('10:12'));
    expect(await office.status(repair.id)).toBe('resolved');
    expect((await repair.promises()).done).toMatchObject({ state: 'closed', closedAt: iso('10:12') });
  });

  it('follow a corrected category from the same start, less the same pauses (what the closest systems get wrong: changing the target forgets earlier pauses)', async () => {
    const repair = await reported('pipe-burst');
    await repair.work('arrived', march('10:02'));
    await repair.work('paused', march('10:05'), { reviewAt: march('12:00', 4) });
    await repair.work('resumed', march('10:00', 4));
    await tickets.showTime(march('10:05', 4));
    await tickets.act(repair.id, 'correct', office.desk, { category: 'water-leak', reason: '不是爆管' });
    // 24 service hours from 10:00 on Wednesday, and the 7 h 55 min of service that it waited.
    expect((await repair.promises()).done).toMatchObject({ state: 'running', dueAt: iso('09:55', 7) });
    await tickets.act(repair.id, 'take-back', office.desk);
    expect((await repair.promises()).done).toMatchObject({ dueAt: new Date('2027-03-04T23:59:59.999+08:00').toISOString() });
  });

  it('are others in a new episode, and the old ones stay closed', async () => {
    const repair = await reported('pipe-burst');
    await repair.work('accepted', march('10:02'));
    await repair.work('finished', march('10:12'));
    await tickets.showTime(march('11:00'));
    await tickets.act(repair.id, 'reopen', office.resident, { reason: '又漏了', happenedAt: iso('11:00') });
    expect((await repair.promises()).answer).toMatchObject({ state: 'running', dueAt: iso('11:15') });
    const rows = await tickets.rows(`SELECT episode, count(*)::int AS n, bool_and(state = 'closed') AS closed FROM tickets.deadline WHERE aggregate_id = $1 GROUP BY 1 ORDER BY 1`, [repair.id]);
    expect(rows).toEqual([
      { episode: 1, n: 3, closed: true },
      { episode: 2, n: 3, closed: false },
    ]);
  });

  it('are shown to have been on time by what is entered later, which stays on the timeline (G2)', async () => {
    const lead = await holder(tickets, office, 'crew-lead');
    const repair = await reported('pipe-burst');
    await tickets.until(march('10:20'));
    expect(await repair.escalated()).toEqual(['answer responsible: nobody', `answer lead: ${lead}`]);
    await repair.work('accepted', march('10:10'));
    const events = await tickets.events(repair.id);
    const shown = events.filter(({ type }) => type === 'tickets.repair-shown-on-time.v1').map(({ data }) => (data as { level: string }).level);
    expect(shown.sort()).toEqual(['lead', 'responsible']);
    expect(await repair.escalated()).toHaveLength(2);
  });

  it('hinder nobody from entering what happened before a level was reached (G2)', async () => {
    const repair = await reported('pipe-burst');
    await tickets.until(march('10:40'));
    const said = { reason: '电话取消', happenedAt: iso('10:12'), lateReason: '停电' };
    expect((await tickets.act(repair.id, 'cancel', office.desk, said)).status).toBe(200);
  });

  it('promise a plan for public work, which somebody makes before its time', async () => {
    const repair = await reported('wall');
    const plannedFor = iso('17:00', 20);
    expect(await tickets.act(repair.id, 'plan', office.desk, { plannedFor, note: '等外墙班组' })).toMatchObject({ status: 200, body: { plannedFor } });
    expect((await repair.promises()).plan).toMatchObject({ state: 'closed', overdue: false });
    expect((await tickets.events(repair.id)).at(-1)).toMatchObject({ type: 'tickets.repair-planned.v1', data: { plannedFor } });
    for (const wrong of [iso('09:00'), '2099-01-01T00:00:00Z'])
      expect(await tickets.act(repair.id, 'plan', office.desk, { plannedFor: wrong })).toMatchObject({ status: 400, body: { code: 'planned-in-the-past', errors: [{ pointer: '/plannedFor' }] } });
    await tickets.act(repair.id, 'cancel', office.desk, { reason: 'x' });
    expect(await tickets.act(repair.id, 'plan', office.desk, { plannedFor })).toMatchObject({ status: 409, body: { code: 'nothing-to-plan' } });
  });

  it('follow the rules that directory announces, for what is reported afterwards', async () => {
    const before = await reported('pipe-burst');
    const rule = { rowId: newId(), siteId: office.siteId, source: { zh: '决议', en: 'decision' }, effectiveFrom: iso('10:00'), class: 'P1', promise: 'answer' };
    const data = { ...rule, function: 'duty', countsFrom: 'start' as const, limits: [{ amount: 5, unit: 'minutes' }], words: null };
    await tickets.hear(announced('directory.target-set.v1', newId(), office.siteId, data) as WireEvent, ['tickets__office_rules_v1']);
    // The process keeps the rules for two seconds.
    const inEffect = async () => (await (await reported('pipe-burst')).promises()).answer!.dueAt === iso('10:05');
    await waitFor(inEffect, { what: 'a report by the new target' });
    expect((await before.promises()).answer).toMatchObject({ dueAt: iso('10:15') });
  });
});
