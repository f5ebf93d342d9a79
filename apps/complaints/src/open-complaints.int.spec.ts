import { askedPrincipal } from '@property-office/backbone';
import { openComplaintsPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

const ask = async (who: Principal, complainant = office.resident, siteId = office.siteId) => {
  const told = await complaints.askInside(openComplaintsPath, { siteId, complainantId: complainant.personId, principal: askedPrincipal(who) });
  expect(told.status).toBe(200);
  return told.body.items as Array<{ id: string }>;
};
const idsFor = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).map(({ id }) => id);

describe('what a caller complains about, for the desk to say it', () => {
  it('is what is not over, the newest first, in both languages and with what was promised', async () => {
    const [first, second] = [await office.recorded({ kind: 'noise' }), await office.recorded()];
    expect(await ask(office.desk)).toMatchObject([
      { id: second, number: expect.stringMatching(/^C-/), state: { zh: '已登记', en: 'recorded' }, kind: { zh: '保洁', en: 'cleaning' }, promised: { overdue: false, extended: false } },
      { id: first },
    ]);
    await office.answered(second);
    expect((await ask(office.desk))[0]).toMatchObject({ state: { en: 'awaiting feedback' }, promised: null });
    await office.does(second, 'answer', office.resident, { answer: 'accepted' });
    expect(await idsFor(office.desk)).toEqual([first]);
  });

  it('is nobody else’s complaint, and none of another site', async () => {
    await office.recorded();
    const neighbour = office.holding('resident', { homes: [office.homes[1]!] });
    const theirs = await office.recorded({}, neighbour);
    expect(await idsFor(office.desk, neighbour)).toEqual([theirs]);
    expect(await idsFor(office.desk, office.resident, newId())).toEqual([]);
    const elsewhere = { ...office.desk, roles: [{ role: 'desk' as const, siteId: newId() }] };
    expect(await idsFor(elsewhere)).toEqual([]);
  });

  it('is told to nobody it is hidden from, whatever they hold, nor to whoever may not know who complains (W2.3)', async () => {
    const id = await office.recorded({ aboutPersonIds: [office.technician.personId] });
    const roles = (['desk', 'desk-lead', 'director'] as const).map((role) => ({ role, siteId: office.siteId }));
    const lent = ({ personId: forPersonId, crews }: Principal) => [{ forPersonId, kind: 'approvals' as const, roles: [{ role: 'director' as const, siteId: office.siteId }], crews }];
    const deputies = [office.technician, office.mate].map((lender) => office.holding('clerk', { deputyships: lent(lender) }));
    for (const who of [{ ...office.technician, roles }, { ...office.mate, roles }, office.resident, office.holding('clerk'), office.holding('technician'), ...deputies])
      expect(await idsFor(who)).toEqual([]);
    expect(await idsFor(office.lead)).toEqual([id]);
  });

  it('is told to who stands in for the lead or the director, and it is written down for whom (G1)', async () => {
    const id = await office.recorded();
    const { personId: forPersonId, roles } = office.lead;
    const deputy = office.holding('clerk', { deputyships: [{ forPersonId, kind: 'approvals', roles }] });
    expect(await idsFor(deputy)).toEqual([id]);
    expect(await complaints.rows(`SELECT actor_id, actor_role, actor_for FROM audit WHERE object_id = $1 AND operation = 'complaints.readComplainants'`, [id])).toEqual([{ actor_id: deputy.personId, actor_role: 'desk-lead', actor_for: forPersonId }]);
  });

  it('is written down for the one whose rights show it, not for one it is hidden from who lends a stronger role (G1, W2.3)', async () => {
    const [hidden, open] = [await office.recorded({ aboutPersonIds: [office.director.personId] }), await office.recorded()];
    const lent = [office.director, office.lead].map(({ personId: forPersonId, roles }) => ({ forPersonId, kind: 'approvals' as const, roles }));
    const deputy = office.holding('clerk', { deputyships: lent });
    expect(await idsFor(deputy)).toEqual([open, hidden]);
    const looks = await complaints.rows(`SELECT object_id, actor_role, actor_for FROM audit WHERE actor_id = $1 AND operation = 'complaints.readComplainants'`, [deputy.personId]);
    expect(new Map(looks.map(({ object_id, actor_role, actor_for }) => [object_id, [actor_role, actor_for]]))).toEqual(
      new Map([
        [hidden, ['desk-lead', office.lead.personId]],
        [open, ['director', office.director.personId]],
      ]),
    );
  });

  it('is written down as a look at who complains, and for reception to ask', async () => {
    const id = await office.recorded();
    await ask(office.desk);
    expect(await complaints.rows(`SELECT actor_id, details FROM audit WHERE object_id = $1 AND operation = 'complaints.readComplainants'`, [id])).toMatchObject([
      { actor_id: office.desk.personId, details: { purpose: 'reception: say this now' } },
    ]);
    expect((await complaints.ask(`POST ${openComplaintsPath}`, office.desk, {})).status).toBe(401);
  });
});
