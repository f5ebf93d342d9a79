import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { Desk } from './desk.fixture';
import { ReceptionUnderTest } from './reception.fixture';

let reception: ReceptionUnderTest;
let desk: Desk;
let agent: Principal;

beforeAll(async () => {
  reception = await ReceptionUnderTest.open();
});
beforeEach(async () => {
  desk = await Desk.open(reception);
  agent = await desk.holding('desk');
  await atHour(10);
});
afterAll(() => reception.close());

/** The next time that wall clocks in China show it. */
async function atHour(hour: number): Promise<void> {
  const then = await reception.now();
  then.setUTCHours(24 + hour - 8, 0, 0, 0);
  await reception.showTime(then);
}

describe('a heated talk where nobody is lead of the desk (G5)', () => {
  const offered = async (id: string) => (await reception.events(id)).at(-1)!.data;
  let heated: string;
  beforeEach(async () => {
    heated = await desk.recorded(agent);
  });

  it('goes at once to the department head who is there, who takes it, and that is recorded', async () => {
    const head = await desk.holding('department-head');
    expect((await desk.read(heated, head)).status).toBe(404);
    expect((await desk.act(heated, 'call-lead', agent)).body).toMatchObject({ status: 'offered', heated: true, offer: { toPersonId: head.personId, toRole: null } });
    expect(await offered(heated)).toMatchObject({ heated: true, toPersonId: head.personId, passedOver: ['desk-lead'] });
    expect((await desk.act(heated, 'accept', head)).body).toMatchObject({ ownerId: head.personId });
    expect(await reception.rows('SELECT owner_id FROM contact_owner WHERE contact_id = $1 AND ends_at IS NULL', [heated])).toEqual([{ owner_id: head.personId }]);
  });

  it('goes at night to the duty officer first, by day not to them at all', async () => {
    const [officer, head] = [await desk.holding('duty-officer'), await desk.holding('department-head')];
    await desk.act(heated, 'call-lead', agent);
    expect(await offered(heated)).toMatchObject({ toPersonId: head.personId, passedOver: ['desk-lead'] });
    await atHour(2);
    const late = await desk.recorded(agent);
    expect((await desk.act(late, 'call-lead', agent)).body.offer).toMatchObject({ toPersonId: officer.personId, toRole: null });
    expect(await offered(late)).toMatchObject({ passedOver: ['desk-lead'] });
    expect((await desk.act(late, 'accept', officer)).body).toMatchObject({ ownerId: officer.personId });
    // Whoever is on duty and is shouted at themselves needs somebody else.
    const own = await desk.recorded(officer);
    await desk.act(own, 'call-lead', officer);
    expect(await offered(own)).toMatchObject({ toPersonId: head.personId, passedOver: ['desk-lead', 'duty-officer'] });
  });

  it('goes to the director where nobody is department head either, or they are away', async () => {
    const [head, director] = [await desk.holding('department-head'), await desk.holding('director')];
    await reception.rows('INSERT INTO office_absence (id, person_id, from_at) VALUES ($1, $2, $3)', [newId(), head.personId, new Date('2020-01-01T00:00:00Z')]);
    expect((await desk.act(heated, 'call-lead', agent)).body.offer).toMatchObject({ toPersonId: null, toRole: 'director' });
    expect(await offered(heated)).toMatchObject({ passedOver: ['desk-lead', 'department-head'] });
    expect((await desk.act(heated, 'accept', director)).status).toBe(200);
  });

  it('goes past a lead who has left (G6), and waits for the lead where nobody is there at all', async () => {
    const gone = await desk.holding('desk-lead');
    await reception.rows('INSERT INTO office_account (id, person_id, closed) VALUES ($1, $2, true)', [newId(), gone.personId]);
    expect((await desk.act(heated, 'call-lead', agent)).body.offer).toMatchObject({ toRole: 'desk-lead' });
    expect(await offered(heated)).toMatchObject({ toRole: 'desk-lead', passedOver: ['desk-lead', 'department-head', 'director'] });
    const next = await desk.holding('desk-lead');
    expect((await desk.act(heated, 'accept', next)).status).toBe(200);
  });

  it('passes over nobody where the lead is there', async () => {
    await desk.holding('desk-lead');
    await desk.act(heated, 'call-lead', agent);
    expect(await offered(heated)).not.toHaveProperty('passedOver');
  });
});
