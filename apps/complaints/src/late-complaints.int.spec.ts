import type { EventData } from '@property-office/contracts';
import { autumn, Clocks } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let clocks: Clocks;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.rows(`UPDATE timer SET status = 'cancelled' WHERE status = 'set'`);
  await complaints.showTime(autumn('09-23 16:30'));
  office = await Office.open(complaints);
  clocks = new Clocks(complaints, office);
});
afterAll(() => complaints.close());

describe('who hears of a late complaint (G5)', () => {
  it('goes up level by level, each once, on the timeline, though nobody ever took it', async () => {
    const id = await office.recorded();
    await complaints.until(autumn('09-27 18:00'));
    await complaints.runtime.timers.fireDue();
    expect((await clocks.escalated(id)).filter((line) => line.startsWith('answer'))).toEqual([
      'answer responsible: nobody',
      `answer lead: ${office.lead.personId}`,
      `answer director: ${office.director.personId}`,
      `answer company: ${office.company.personId}`,
    ]);
    const [row] = await complaints.rows('SELECT version, (SELECT count(*)::int FROM ledger WHERE aggregate_id = c.id) AS events FROM complaint c WHERE id = $1', [id]);
    expect(row!['version']).toBe(row!['events']);
  });

  it('reminds the handler first, and of a reply on workdays alone', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await complaints.until(autumn('09-29 17:29'));
    expect(await clocks.escalated(id)).toEqual([]);
    await complaints.until(autumn('10-08 08:00'));
    expect(await clocks.escalated(id)).toEqual([
      `reply responsible: ${office.desk.personId}`,
      `reply lead: ${office.lead.personId}`,
      `reply director: ${office.director.personId}`,
    ]);
  });

  it('is reached by night about a major one, and about the director the company alone', async () => {
    await complaints.showTime(autumn('09-23 23:00'));
    const officer = await clocks.holder('duty-officer');
    const id = await office.recorded({ kind: 'bribe', aboutPersonIds: [office.director.personId] });
    const deputies = [await clocks.deputyOf(office.director.personId, 'duty'), await clocks.deputyOf(office.director.personId, 'approvals')];
    await clocks.isAway(office.director.personId);
    await complaints.until(autumn('09-24 01:00'));
    expect(await clocks.escalated(id)).toEqual([
      `taken-by-director responsible: ${office.company.personId}`,
      `taken-by-director office: ${officer}`,
      'taken-by-director director: nobody',
      `taken-by-director company: ${office.company.personId}`,
    ]);
    for (const deputy of deputies) expect(JSON.stringify(await complaints.events(id))).not.toContain(deputy);
  });

  it('is the deputy of a director who is away, never one whom it is about: then the second, then the company (G1, W2.3)', async () => {
    const accused = await clocks.deputyOf(office.director.personId, 'approvals', 1);
    await clocks.isAway(office.director.personId);
    await office.register({ ...office.holding('desk'), personId: accused });
    const about = () => office.recorded({ aboutPersonIds: [accused] });
    const told = async (id: string) => (await clocks.escalated(id)).filter((line) => line.startsWith('answer director') || line.startsWith('answer company'));
    const [alone, open] = [await about(), await office.recorded()];
    await complaints.until(autumn('09-27 18:00'));
    expect(await told(alone)).toEqual(['answer director: nobody', `answer company: ${office.company.personId}`]);
    expect(await told(open)).toEqual([`answer director: ${accused}`, `answer company: ${office.company.personId}`]);
    const second = await clocks.deputyOf(office.director.personId, 'approvals', 2);
    await complaints.showTime(autumn('09-28 10:00'));
    const id = await about();
    await complaints.until(autumn('10-12 18:00'));
    expect((await told(id))[0]).toBe(`answer director: ${second}`);
  });

  it('is nobody it is about, of their crew, or who complains: their level has nobody and passes on (W2.3)', async () => {
    const accused = { ...office.technician, roles: [...office.technician.roles, { role: 'desk-lead' as const, siteId: office.siteId }] };
    await office.register(accused);
    const mate = { ...office.mate, roles: [{ role: 'desk-lead' as const, siteId: office.siteId }] };
    await office.register(mate);
    const id = await office.recorded({ aboutPersonIds: [accused.personId], onBehalfOf: office.lead.personId }, office.lead);
    await complaints.until(autumn('09-24 09:01'));
    expect(await clocks.escalated(id)).toEqual(['answer responsible: nobody', 'answer lead: nobody', `answer director: ${office.director.personId}`]);
    const [passed] = (await complaints.events(id)).filter(({ data }) => data['level'] === 'director');
    expect(passed!.data).toMatchObject({ reached: 'responsible' } satisfies Partial<EventData<'complaints.complaint-escalated.v1'>>);
    const said = JSON.stringify((await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-escalated.v1'));
    for (const { personId } of [accused, mate, office.lead]) expect(said).not.toContain(personId);
  });

  it('is marked where a late entry shows it was on time, and hinders nobody from that entry (G2)', async () => {
    const id = await office.recorded();
    await complaints.until(autumn('09-24 09:30'));
    expect(await clocks.escalated(id)).toHaveLength(2);
    await office.does(id, 'acknowledge', office.desk, { happenedAt: autumn('09-23 17:00').toISOString(), lateReason: '停电' });
    const shown = (await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-shown-on-time.v1');
    expect(shown.map(({ data }) => data['level']).sort()).toEqual(['lead', 'responsible']);
    expect((await clocks.promises(id)).answer).toMatchObject({ state: 'closed', overdue: false, closedAt: autumn('09-23 17:00').toISOString() });
    expect(await clocks.escalated(id)).toHaveLength(2);
  });
});
