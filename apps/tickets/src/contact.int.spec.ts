import { newId } from '@property-office/kernel';
import { assignedTo, Office } from './office.fixture';
import { TicketsUnderTest } from './tickets.fixture';

let tickets: TicketsUnderTest;
let office: Office;

beforeAll(async () => {
  tickets = await TicketsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(tickets);
});
afterAll(() => tickets.close());

const contact = { name: '王敏', phone: '13800000000' };
const ask = (id: string, who = office.desk) => tickets.ask(`GET /api/repair-requests/${id}/contact`, who);
const looks = (id: string) =>
  tickets.rows<{ actor_id: string; actor_role: string }>('SELECT actor_id, actor_role, operation, site_id, details FROM audit WHERE object_id = $1 ORDER BY at', [id]);

describe('the contact of a request (G7)', () => {
  it('is masked for whoever may read the request, in full for its reporter, and encrypted in the table', async () => {
    const id = await office.reported({ contact });
    const masked = { name: '王*', phone: '138****0000' };
    expect((await office.read(id)).body).toMatchObject({ contact: masked });
    expect((await office.read(id, office.resident)).body).toMatchObject({ contact });
    expect((await tickets.ask('GET /api/repair-requests', office.desk)).body).toMatchObject({ items: [{ contact: masked }] });
    const [row] = await tickets.rows<{ contact_cipher: string }>('SELECT contact_cipher FROM repair_request WHERE id = $1', [id]);
    expect(row!.contact_cipher).not.toContain('13800000000');
    expect(JSON.stringify(await tickets.events(id))).not.toContain('13800000000');
    expect((await office.read(await office.reported())).body).toMatchObject({ contact: null });
  });

  it('is given in full to the desk, and each look is audited', async () => {
    const id = await office.reported({ contact });
    expect(await ask(id)).toMatchObject({ status: 200, body: contact });
    expect(await ask(id)).toMatchObject({ status: 200 });
    const look = { actor_id: office.desk.personId, actor_role: 'desk', operation: 'tickets.readContact', site_id: office.siteId, details: { fields: ['name', 'phone'] } };
    expect(await looks(id)).toEqual([look, look]);
  });

  it('is given to the technician who is sent, while the work is at hand', async () => {
    const id = await office.reported({ contact });
    const technician = office.holding('technician');
    expect((await ask(id, technician)).status).toBe(404);
    await office.sent(id, technician.personId);
    await tickets.fact(id, 'work-assigned');
    expect(await ask(id, technician)).toMatchObject({ status: 200, body: contact });
    await tickets.fact(id, 'work-finished');
    expect((await ask(id, technician)).status).toBe(404);
    expect(await looks(id)).toHaveLength(1);
  });

  it('is not for clerks, other sites or other residents; a refusal is no look', async () => {
    const id = await office.reported({ contact });
    expect((await ask(id, office.holding('clerk'))).status).toBe(403);
    expect((await ask(id, (await Office.open(tickets)).desk)).status).toBe(404);
    expect((await ask(id, office.resident)).status).toBe(403);
    expect(await looks(id)).toEqual([]);
  });

  it('of the wrong person is not shown to the right one', async () => {
    const id = await office.reported({ contact });
    const right = office.holding('resident');
    await tickets.act(id, 'correct', office.desk, { reporterId: right.personId, reason: '报修人有误' });
    expect((await office.read(id, right)).body).toMatchObject({ contact: { phone: '138****0000' } });
  });
});

describe('a request is in the hands of whoever has an order of it', () => {
  /** A technician of a crew who was given an order, as the request looks to them. */
  async function given() {
    const id = await office.reported({ contact });
    await tickets.fact(id, 'work-assigned');
    const crewId = newId();
    const technician = office.holding('technician', { crews: [crewId] });
    const whom = { crewId, technicianId: technician.personId };
    const announce = office.order(id);
    await announce('dispatch.work-order-assigned.v1', assignedTo(whom));
    const sees = async (who = technician) => ({
      request: (await office.read(id, who)).status,
      contact: (await ask(id, who)).status,
      comment: (await tickets.act(id, 'comment', who, { comment: '已到楼下' })).status,
    });
    expect(await sees()).toEqual({ request: 200, contact: 200, comment: 200 });
    return { whom, announce, sees };
  }
  const nothing = { request: 404, contact: 404, comment: 404 };

  it('no longer of who handed it back', async () => {
    const { whom, announce, sees } = await given();
    await announce('dispatch.work-order-declined.v1', { ...whom, reason: '不会修' });
    expect(await sees()).toEqual(nothing);
  });

  it('no longer of who handed it over, but of who took it', async () => {
    const { announce, sees } = await given();
    const other = office.holding('technician');
    await announce('dispatch.work-order-assigned.v1', assignedTo({ crewId: newId(), technicianId: other.personId }));
    expect(await sees()).toEqual(nothing);
    expect((await sees(other)).request).toBe(200);
  });

  it('no longer of who was named when another of the crew accepts, which the event does not say', async () => {
    const { whom, announce, sees } = await given();
    const lead = newId();
    await announce('dispatch.work-order-accepted.v1', { crewId: whom.crewId, technicianId: lead });
    const named = office.holding('technician', { personId: whom.technicianId });
    expect(await sees(named)).toEqual(nothing);
    expect((await sees(office.holding('technician', { personId: lead }))).request).toBe(200);
  });

  it('of nobody once it is withdrawn, and as before when that is taken back', async () => {
    const { whom, announce, sees } = await given();
    await announce('dispatch.work-order-withdrawn.v1', { ...whom, reason: '自己修好了' });
    expect(await sees()).toEqual(nothing);
    await announce('dispatch.work-order-restored.v1', { ...whom, state: 'accepted' });
    expect((await sees()).request).toBe(200);
  });

  it('who has finished may look back on it, and calls nobody any more while others go on', async () => {
    const { whom, announce, sees } = await given();
    const done = { workDone: '换了水管', helperIds: [], materials: [], attachmentIds: [], remaining: 1 };
    await announce('dispatch.work-order-finished.v1', { ...whom, ...done });
    expect(await sees()).toEqual({ request: 200, contact: 404, comment: 404 });
  });
});
