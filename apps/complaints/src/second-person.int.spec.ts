import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { announced, ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let other: Principal;
let id: string;
let followUpId: string;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
  other = office.holding('director', { roles: [{ role: 'director', siteId: newId() }] });
  followUpId = newId();
  id = await office.recorded({ kind: 'theft', aboutPersonIds: [office.technician.personId] });
});
afterAll(() => complaints.close());

const durables = ['complaints__second_people_v1'];
const round = () => ({ complaintId: id, complaintNumber: 'C-1', round: 1 });
const passedOn = (personIds: string[], aggregateversion = 2) =>
  complaints.hear(announced('followups.complaint-follow-up-passed-on.v1', followUpId, office.siteId, { ...round(), to: 'another-site', personIds }, { aggregateversion }), durables);
const statuses = async (who: Principal) => [
  (await office.read(id, who)).status,
  (await complaints.ask(`GET /api/complaints/${id}/complainants`, who)).status,
  (await complaints.seesTimeline(id, who)) ? 200 : 404,
];

describe('the second person of another site, to whom a follow-up was passed on (G1)', () => {
  it('reads the case and whom to call, which is audited, and acts on nothing', async () => {
    expect(await statuses(other)).toEqual([404, 404, 404]);
    await passedOn([other.personId]);
    expect(await statuses(other)).toEqual([200, 200, 200]);
    expect(await office.list('', other)).toEqual([id]);
    expect(await complaints.rows(`SELECT actor_role FROM audit WHERE object_id = $1 AND actor_id = $2`, [id, other.personId])).toEqual([{ actor_role: 'director' }]);
    for (const [verb, body] of [['assign', { handlerId: office.desk.personId }], ['acknowledge', {}], ['mark-major', { reason: 'x' }]] as const)
      expect([403, 404]).toContain((await office.act(id, verb, other, body)).status);
    expect(await complaints.told(id)).toEqual(['complaint-recorded']);
  });

  it.each(['completed', 'passed-on to somebody else'])('reads nothing any more once it is %s, also where the events are heard again', async (how) => {
    const over =
      how === 'completed'
        ? announced('followups.complaint-follow-up-completed.v1', followUpId, office.siteId, { ...round(), result: 'satisfied', rating: null }, { aggregateversion: 3 })
        : announced('followups.complaint-follow-up-passed-on.v1', followUpId, office.siteId, { ...round(), to: 'same-site', personIds: [office.lead.personId] }, { aggregateversion: 3 });
    await passedOn([other.personId]);
    await complaints.hear(over, durables);
    await passedOn([other.personId]);
    expect(await statuses(other)).toEqual([404, 404, 404]);
  });

  it('is nobody the case is hidden from (W2.3)', async () => {
    const accused = { ...office.technician, roles: [{ role: 'director' as const, siteId: newId() }] };
    await passedOn([accused.personId]);
    expect(await statuses(accused)).toEqual([404, 404, 404]);
  });
});
