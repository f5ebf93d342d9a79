import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
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
  await complaints.showTime(autumn('11-09 09:00'));
  complaints.neighbours = () => ({ refused: [] });
  office = await Office.open(complaints);
  clocks = new Clocks(complaints, office);
});
afterAll(() => complaints.close());

/** A complaint in handling with a task, due on Friday 13 November at four. */
async function withTask(owner: Principal = office.technician, more: object = {}) {
  const id = await office.recorded(more);
  await office.verified(id);
  await office.does(id, 'decide', office.desk, { decision: 'ours', reason: '漏扫' });
  await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: autumn('11-18 12:00').toISOString() });
  await office.does(id, 'tasks', office.desk, { what: '加装减震垫 rubber pad', ownerId: owner.personId, dueAt: autumn('11-13 16:00').toISOString() });
  return { id, taskId: (await office.read(id)).body.file.tasks[0].id as string };
}

const mine = async (who: Principal, query = '') => (await complaints.ask(`GET /api/complaint-tasks?${query}`, who)).body.items as Array<Record<string, unknown>>;
const levels = async (id: string) => (await clocks.escalated(id)).filter((each) => each.startsWith('task'));

describe('a task of a complaint (W2.3)', () => {
  it('stands on the list of its owner and of nobody else, until it is done with words and attachments', async () => {
    const { id, taskId } = await withTask();
    const { number } = (await office.read(id)).body;
    expect(await mine(office.technician)).toMatchObject([{ id: taskId, complaintId: id, complaintNumber: number, what: '加装减震垫 rubber pad', status: 'open', overdue: false }]);
    for (const who of [office.desk, office.mate, office.lead]) expect(await mine(who)).toEqual([]);
    expect((await complaints.ask('GET /api/complaint-tasks', office.resident)).status).toBe(403);
    const attachmentId = newId();
    expect((await office.act(id, 'finish-task', office.technician, { taskId, done: '已装好', attachmentIds: [attachmentId] })).status).toBe(200);
    expect((await office.read(id)).body.file.tasks).toMatchObject([{ done: '已装好', attachments: [{ id: attachmentId }] }]);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.task-finished.v1', data: { taskId, attachmentIds: [attachmentId] } });
    expect([await mine(office.technician, 'status=open'), (await mine(office.technician, 'status=finished')).length]).toEqual([[], 1]);
    expect((await office.act(id, 'result', office.desk, { result: '已装好' })).status).toBe(200);
  });

  it('is found by what is to be done in Chinese and English, a page at a time', async () => {
    const { id } = await withTask();
    await office.does(id, 'tasks', office.desk, { what: '回访 neighbour', ownerId: office.technician.personId, dueAt: autumn('11-13 16:00').toISOString() });
    expect((await mine(office.technician, `q=${encodeURIComponent('减震')}`)).length).toBe(1);
    expect(await mine(office.technician, 'q=neighbour')).toMatchObject([{ what: '回访 neighbour' }]);
    const { items, nextCursor } = (await complaints.ask('GET /api/complaint-tasks?limit=1', office.technician)).body;
    expect([items.length, (await mine(office.technician, `limit=1&cursor=${nextCursor}`))[0]!['what']]).toEqual([1, '加装减震垫 rubber pad']);
  });

  it('is nobody else’s to finish, nor the owner’s once the complaint is about them', async () => {
    const { id, taskId } = await withTask(office.head);
    expect((await office.act(id, 'finish-task', office.lead, { taskId, done: 'x' })).body).toMatchObject({ status: 403, code: 'not-the-task-owner' });
    expect((await office.act(id, 'cancel-task', office.head, { taskId, reason: 'x' })).body).toMatchObject({ status: 403, code: 'not-the-handler' });
    expect((await office.act(id, 'tasks', office.head, { what: 'x', ownerId: office.head.personId, dueAt: office.inDays(1) })).body).toMatchObject({ status: 404, code: 'complaint-unknown' });
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.head.personId], aboutCrewIds: [], reason: '指认' });
    expect(await mine(office.head)).toEqual([]);
    expect((await office.act(id, 'finish-task', office.head, { taskId, done: 'x' })).status).toBe(404);
  });

  it('of whoever it is hidden from by a correction, or of their crew, is cancelled with a reason: somebody else has to do it', async () => {
    const { id, taskId } = await withTask(office.mate);
    const rest = { what: '回访', ownerId: office.head.personId, dueAt: autumn('11-13 16:00').toISOString() };
    await office.does(id, 'tasks', office.desk, rest);
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.technician.personId], aboutCrewIds: [], reason: '指认' });
    expect((await complaints.told(id)).slice(-3)).toEqual(['complaint-hidden', 'complaint-corrected', 'task-cancelled']);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ actor_role: 'desk-lead', data: { taskId, ownerId: office.mate.personId } });
    expect((await office.read(id)).body.file.tasks).toMatchObject([{ id: taskId, cancelReason: expect.stringContaining('负责人须回避') }, { ownerId: office.head.personId, cancelReason: null }]);
    expect((await office.act(id, 'result', office.desk, { result: 'x' })).body).toMatchObject({ code: 'work-open', detail: expect.stringContaining('1 tasks') });
  });

  it('of somebody of a crew that one it is about joins later is cancelled, too', async () => {
    const { id } = await withTask(office.mate);
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.head.personId], aboutCrewIds: [], reason: '指认' });
    await office.joins(office.head, office.crew);
    expect((await complaints.told(id)).slice(-2)).toEqual(['complaint-hidden', 'task-cancelled']);
  });

  it('keeps the result back until it is done or cancelled with a reason, which its owner hears of', async () => {
    const { id, taskId } = await withTask();
    expect((await office.act(id, 'result', office.desk, { result: 'x' })).body).toMatchObject({ status: 409, code: 'work-open' });
    expect((await office.act(id, 'cancel-task', office.desk, { taskId })).body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
    expect((await office.act(id, 'cancel-task', office.desk2, { taskId, reason: 'x' })).body).toMatchObject({ status: 403, code: 'not-the-handler' });
    expect((await office.act(id, 'cancel-task', office.desk, { taskId, reason: '业主自行处理' })).status).toBe(200);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.task-cancelled.v1', data: { taskId, ownerId: office.technician.personId } });
    expect((await office.read(id)).body.file.tasks).toMatchObject([{ cancelReason: '业主自行处理', finishedAt: null }]);
    expect(JSON.stringify(await complaints.events(id))).not.toContain('业主自行处理');
    expect(await mine(office.technician, 'status=cancelled')).toMatchObject([{ cancelReason: '业主自行处理' }]);
    for (const [verb, more] of [['cancel-task', { reason: 'x' }], ['finish-task', { done: 'x' }]] as const)
      expect((await office.act(id, verb, office.desk, { taskId, ...more })).body).toMatchObject({ status: 409, code: 'task-over', detail: expect.stringContaining('cancelled') });
    expect((await office.act(id, 'finish-task', office.technician, { taskId, done: 'x' })).body).toMatchObject({ status: 409, code: 'task-over' });
    expect((await office.act(id, 'result', office.desk, { result: '已无需' })).status).toBe(200);
    await complaints.until(autumn('11-16 17:00'));
    expect(await levels(id)).toEqual([]);
  });

  it('is done once: who says so again hears that it is, also once the result is recorded', async () => {
    const { id, taskId } = await withTask();
    const finish = async (who: Principal) => (await office.act(id, 'finish-task', who, { taskId, done: '已装好' })).body;
    expect(await finish(office.technician)).toMatchObject({ status: 'handling' });
    const over = { status: 409, code: 'task-over', detail: expect.stringContaining('done') };
    expect(await finish(office.technician)).toMatchObject(over);
    await office.does(id, 'result', office.desk, { result: '已装好' });
    for (const who of [office.technician, office.desk]) expect(await finish(who)).toMatchObject(over);
    expect((await office.act(id, 'finish-task', office.desk, { taskId: newId(), done: 'x' })).body).toMatchObject({ status: 400, code: 'task-unknown' });
    expect((await office.act(id, 'finish-task', office.lead, { taskId, done: 'x' })).body).toMatchObject({ status: 403 });
  });

  it('is not its owner’s to cancel, who hears whose it is', async () => {
    const { id, taskId } = await withTask();
    expect((await office.read(id, office.technician)).status).toBe(200);
    expect((await office.act(id, 'cancel-task', office.technician, { taskId, reason: 'x' })).body).toMatchObject({ status: 403, code: 'not-the-handler', detail: expect.stringContaining('whoever handles it') });
    expect((await office.act(id, 'cancel-task', office.holding('technician'), { taskId, reason: 'x' })).status).toBe(404);
  });

  it('has a date that lies ahead', async () => {
    const { id } = await withTask();
    for (const dueAt of [autumn('11-09 08:00').toISOString(), '1900-01-01T00:00:00Z', '2099-01-01T00:00:00Z'])
      expect((await office.act(id, 'tasks', office.desk, { what: 'x', ownerId: office.technician.personId, dueAt })).body).toMatchObject({
        status: 400, code: 'task-date', errors: [{ pointer: '/dueAt', message: 'it must lie ahead, by five years at most' }],
      });
  });
});

describe('the clock of a task (G4, G5)', () => {
  it('reminds its owner a day before, then them and whoever handles it, then the superior; each once', async () => {
    const { id, taskId } = await withTask();
    const { technician, desk, lead, director } = office;
    await complaints.until(autumn('11-12 16:01'));
    expect(await levels(id)).toEqual([`task-soon responsible: ${technician.personId}`]);
    await complaints.until(autumn('11-13 16:01'));
    expect((await levels(id)).slice(1)).toEqual([`task responsible: ${technician.personId} ${desk.personId}`]);
    expect(await mine(technician)).toMatchObject([{ overdue: true }]);
    await complaints.until(autumn('11-17 17:00'));
    const later = (await levels(id)).slice(2);
    expect(later.slice(0, 2)).toEqual([`task lead: ${lead.personId}`, `task director: ${director.personId}`]);
    await office.does(id, 'finish-task', technician, { taskId, done: '已装好' });
    const told = await levels(id);
    await complaints.until(autumn('12-01 10:00'));
    expect(await levels(id)).toEqual(told);
  });

  it('ends for whom the complaint is hidden from by then', async () => {
    const { id } = await withTask(office.head);
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.head.personId], aboutCrewIds: [], reason: '指认' });
    await complaints.until(autumn('11-13 16:01'));
    expect(await levels(id)).toEqual([]);
  });

  it('ends with what was done in time and entered later; the levels stay (G2)', async () => {
    const { id, taskId } = await withTask();
    await complaints.until(autumn('11-13 16:30'));
    await office.does(id, 'finish-task', office.technician, { taskId, done: '已装好', happenedAt: autumn('11-13 15:00').toISOString(), lateReason: '现场无网络' });
    expect((await complaints.told(id)).slice(-2)).toEqual(['task-finished', 'complaint-shown-on-time']);
  });
});
