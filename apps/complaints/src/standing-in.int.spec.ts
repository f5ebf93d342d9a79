import type { Principal } from '@property-office/contracts';
import { Clocks } from './clocks.fixture';
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

const clerkFor = ({ personId: forPersonId, roles }: Principal): Principal => office.holding('clerk', { deputyships: [{ forPersonId, kind: 'approvals', roles }] });
const dispute = (id: string) => office.does(id, 'answer', office.resident, { answer: 'disputed' });

describe('a deputy of the handler (G1, R1.4)', () => {
  it('handles a major complaint for the director, from its acknowledgement to the result', async () => {
    const id = await office.recorded({ kind: 'theft' });
    const deputy = clerkFor(office.director);
    await office.does(id, 'acknowledge', deputy);
    await office.does(id, 'verify', deputy, { findings: '看过监控' });
    await office.does(id, 'decide', deputy, { decision: 'ours', reason: '属实' });
    await office.does(id, 'begin-handling', deputy, { apology: '对不起', promisedAt: office.inDays(2) });
    await office.does(id, 'tasks', deputy, { what: '追回物品', ownerId: office.desk.personId, dueAt: office.inDays(1) });
    const { file } = (await office.read(id)).body;
    await office.does(id, 'finish-task', deputy, { taskId: file.tasks[0].id, done: '已追回' });
    await office.does(id, 'result', deputy, { result: '已归还' });
    expect(await office.does(id, 'feedback', deputy, { how: 'telephone', words: '好' })).toMatchObject({ handlerId: office.director.personId });
    const steps = (await complaints.events(id)).filter(({ actor_role }) => actor_role === 'director');
    expect(steps.map(({ actor_for }) => actor_for)).toEqual(Array.from({ length: 8 }, () => office.director.personId));
    // Whoever did the work does not accept for the complainant, nor ask how it was: by no role of theirs.
    const atTheDesk = { ...deputy, roles: [{ role: 'desk' as const, siteId: office.siteId }] };
    expect(await office.act(id, 'answer', atTheDesk, { answer: 'accepted' })).toMatchObject({ status: 403, body: { code: 'own-answer' } });
    await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    expect((await complaints.events(id)).find(({ type }) => type.includes('complaint-closed'))!.data).toMatchObject({ handlerIds: [office.director.personId, deputy.personId] });
  });

  it('reads its timeline, as the complaint itself; of one about whom they stand in for neither', async () => {
    const [id, about] = [await office.recorded({ kind: 'theft' }), await office.recorded({ aboutPersonIds: [office.director.personId] })];
    const deputy = clerkFor(office.director);
    for (const [each, sees] of [[id, true], [about, false]] as const) {
      expect([(await office.read(each, deputy)).status === 200, await complaints.seesTimeline(each, deputy)]).toEqual([sees, sees]);
    }
  });

  it('does nothing of another’s, nor of one whose handler is whom it is about', async () => {
    const id = await office.recorded({ kind: 'theft' });
    for (const who of [clerkFor(office.lead), clerkFor(office.company)])
      expect(await office.act(id, 'verify', who, { findings: 'x' })).toMatchObject({ status: 403, body: { code: 'not-the-handler' } });
    expect((await office.act(id, 'verify', office.holding('clerk'), { findings: 'x' })).status).toBe(404);
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.director.personId], aboutCrewIds: [], reason: '指认有误' });
    expect((await office.act(id, 'verify', clerkFor(office.director), { findings: 'x' })).status).toBe(404);
  });

  it('has handled it: after a dispute it is somebody else’s (W2.3)', async () => {
    const id = await office.recorded({ kind: 'theft' });
    const deputy = clerkFor(office.director);
    await office.answered(id, { ...office.director, deputyships: [] });
    await dispute(id);
    await office.does(id, 'assign', office.company, { handlerId: office.company.personId });
    const forCompany = { ...deputy, deputyships: clerkFor(office.company).deputyships! };
    await office.does(id, 'verify', forCompany, { findings: '再查' });
    await office.does(id, 'decide', forCompany, { decision: 'unfounded', reason: 'x' });
    await office.does(id, 'explain', forCompany, { explanation: '查无此事' });
    await office.does(id, 'feedback', forCompany, { how: 'telephone', words: '不服' });
    await dispute(id);
    await office.register({ ...deputy, roles: [{ role: 'company', siteId: office.siteId }] }, office.holding('company'));
    expect(await office.act(id, 'assign', office.company, { handlerId: deputy.personId })).toMatchObject({ status: 409, body: { code: 'handler-before' } });
  });

  it('has handled it by any of the steps that are the handler’s own, such as giving somebody a task', async () => {
    const id = await office.recorded({ kind: 'theft' });
    const deputy = clerkFor(office.director);
    await office.verified(id, office.director);
    await office.does(id, 'decide', office.director, { decision: 'ours', reason: '属实' });
    await office.does(id, 'begin-handling', office.director, { apology: '对不起', promisedAt: office.inDays(2) });
    await office.does(id, 'tasks', deputy, { what: '追回物品', ownerId: office.desk.personId, dueAt: office.inDays(1) });
    await office.does(id, 'finish-task', office.desk, { taskId: (await office.read(id)).body.file.tasks[0].id, done: '已追回' });
    await office.does(id, 'result', office.director, { result: '已归还' });
    await office.does(id, 'feedback', office.director, { how: 'telephone', words: '不服' });
    await dispute(id);
    await office.register({ ...deputy, roles: [{ role: 'company', siteId: office.siteId }] });
    expect(await office.act(id, 'assign', office.company, { handlerId: deputy.personId })).toMatchObject({ status: 409, body: { code: 'handler-before' } });
  });
});

describe('whoever merged two complaints for another (G1)', () => {
  it.each(['stands', 'was taken back'])('has not handled what they became by telling others of it, whether it %s: after a dispute it may be theirs (W2.3)', async (how) => {
    const deputy = clerkFor(office.lead);
    const [id, into] = [await office.recorded({ contact: { name: '李四', phone: '13800000000' } }, office.desk), await office.recorded()];
    await office.mergedIn(id, into, deputy);
    expect((await complaints.events(into)).at(-1)).toMatchObject({ type: 'complaints.task-added.v1', actor_for: office.lead.personId });
    if (how === 'was taken back') await office.does(id, 'take-back', deputy);
    await office.answered(into);
    await dispute(into);
    await office.register({ ...deputy, roles: [{ role: 'desk-lead', siteId: office.siteId }] });
    expect((await office.act(into, 'assign', office.company, { handlerId: deputy.personId })).status).toBe(200);
  });
});

describe('a disputed complaint nobody of its level may have (W2.3, G1)', () => {
  const aboutTheDirector = () => office.recorded({ aboutPersonIds: [office.director.personId] });
  const assigned = async (id: string) => (await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-assigned.v1').at(-1);

  it('goes at once to a director of another site, who handles it to its end', async () => {
    const elsewhere = await Office.open(complaints);
    await complaints.rows(`UPDATE office_role SET until_at = from_at WHERE role = 'company' AND site_id = $1`, [office.siteId]);
    const id = await office.recorded();
    await office.answered(id, office.director);
    await dispute(id);
    const { handlerId } = (await office.read(id)).body;
    expect(await assigned(id)).toMatchObject({ actor_role: 'system', data: { handlerId, formerHandlerId: null, circle: 'other-site' } });
    const others = await complaints.rows<{ site_id: string }>(`SELECT site_id FROM office_role WHERE person_id = $1 AND role = 'director' AND site_id <> $2`, [handlerId, office.siteId]);
    expect(others).toHaveLength(1);
    const second: Principal = { ...elsewhere.director, personId: handlerId, roles: [{ role: 'director', siteId: others[0]!.site_id }] };
    expect((await office.read(id, second)).status).toBe(200);
    await office.answered(id, second);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.feedback-given.v1', actor_role: 'director' });
  });

  it('goes down to no director of another site: the company that had it has it again where nobody new of it is left, for a reason that is recorded', async () => {
    const elsewhere = await Office.open(complaints);
    const id = await aboutTheDirector();
    await office.answered(id, office.company);
    await dispute(id);
    expect((await office.read(id)).body.handlerId).toBeNull();
    const assign = (body: object) => office.act(id, 'assign', office.company, body);
    expect(await assign({ handlerId: office.company.personId })).toMatchObject({ status: 400, body: { code: 'handler-reason-missing', errors: [{ pointer: '/reason' }] } });
    for (const { personId } of [office.lead, elsewhere.director])
      expect(await assign({ handlerId: personId, reason: 'x' })).toMatchObject({ status: 409, body: { code: 'handler-unfit' } });
    expect((await assign({ handlerId: office.company.personId, reason: '公司只有一人' })).status).toBe(200);
    expect((await office.read(id)).body.file).toMatchObject({ handlerReason: '公司只有一人' });
    expect((await assigned(id))!.data).toMatchObject({ circle: 'had-before' });
    expect(JSON.stringify(await complaints.events(id))).not.toContain('只有一人');
    await office.answered(id, office.company);
    await dispute(id);
    expect((await office.read(id)).body.file).toMatchObject({ handlerReason: null, pastRounds: [{}, { fields: { handlerReason: '公司只有一人' } }] });
  });

  it('is had again by nobody below whoever had it last', async () => {
    const id = await office.recorded({ kind: 'theft' });
    await office.answered(id, office.director);
    await dispute(id);
    await office.answered(id, office.company);
    await dispute(id);
    expect((await office.act(id, 'assign', office.company, { handlerId: office.director.personId, reason: 'x' })).status).toBe(409);
    expect((await office.act(id, 'assign', office.company, { handlerId: office.company.personId, reason: 'x' })).status).toBe(200);
  });

  it('stays with its level as long as somebody new is there, and goes higher up before it leaves the site', async () => {
    const plain = await office.recorded();
    await office.answered(plain);
    for (const handler of [office.lead, office.head]) {
      await dispute(plain);
      expect((await office.read(plain)).body.handlerId).toBeNull();
      await office.answered(plain, handler);
    }
    await complaints.rows(`UPDATE office_role SET until_at = from_at WHERE site_id = $1 AND role IN ('desk-lead', 'department-head')`, [office.siteId]);
    const id = await office.recorded();
    await office.answered(id, office.director);
    await dispute(id);
    expect((await office.read(id)).body.handlerId).toBe(office.company.personId);
    expect((await assigned(id))!.data).toMatchObject({ circle: 'above' });
  });

  it('goes to whoever is there of those who are left, before one who is away', async () => {
    const clocks = new Clocks(complaints, office);
    const there = await clocks.holder('company');
    await clocks.isAway(office.company.personId);
    await complaints.rows(`UPDATE office_role SET until_at = from_at WHERE site_id = $1 AND role IN ('desk-lead', 'department-head')`, [office.siteId]);
    const id = await office.recorded();
    await office.answered(id, office.director);
    await dispute(id);
    expect((await office.read(id, office.company)).body.handlerId).toBe(there);
  });
});
