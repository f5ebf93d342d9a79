import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  complaints.neighbours = () => ({ refused: [] });
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

/** A complaint in handling. */
async function handled(): Promise<string> {
  const id = await office.recorded();
  await office.verified(id);
  await office.does(id, 'decide', office.desk, { decision: 'ours', reason: '漏扫' });
  await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(3) });
  return id;
}

const tasks = async (id: string) => (await office.read(id)).body.file.tasks as Array<Record<string, unknown>>;

/** What processes of 0.1.0 send while they work beside those of today, or instead of them. */
const before = {
  addTask: (...task: [id: string, complaintId: string, what: string, ownerId: string, dueAt: string]) =>
    complaints.rows('INSERT INTO complaint_task (id, complaint_id, what, owner_id, due_at) VALUES ($1, $2, $3, $4, $5)', task),
  finishTask: (...task: [complaintId: string, id: string, at: string, by: string, done: string]) =>
    complaints.rows(
      `UPDATE complaint_task SET finished_at = $3, finished_by = $4, done = $5
       WHERE complaint_id = $1 AND id = $2 AND finished_at IS NULL RETURNING id`,
      task,
    ),
  decide: (id: string) => complaints.rows(`UPDATE complaint SET state = 'decided', version = version + 1, decision = 'ours', decision_reason = 'x' WHERE id = $1`, [id]),
};

describe('processes of the version before', () => {
  it('add tasks, which their owners find on their lists in the order they were added, and finish (W2.3)', async () => {
    const id = await handled();
    await office.does(id, 'tasks', office.desk, { what: '查监控', ownerId: office.technician.personId, dueAt: office.inDays(1) });
    const [first, second] = [newId(), newId()];
    await before.addTask(first, id, '补扫', office.technician.personId, office.inDays(1));
    await before.addTask(second, id, '回访', office.technician.personId, office.inDays(2));
    const page = async (query: string) => (await complaints.ask(`GET /api/complaint-tasks?limit=1${query}`, office.technician)).body;
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { items, nextCursor }: { items: Array<{ what: string }>; nextCursor: string | null } = await page(cursor && `&cursor=${cursor}`);
      seen.push(...items.map(({ what }) => what));
      cursor = nextCursor;
    }
    expect(seen).toEqual(['回访', '补扫', '查监控']);
    const sought = async (q: string) => (await page(`&q=${encodeURIComponent(q)}`)).items.map(({ what }: { what: string }) => what);
    expect(await sought('补扫')).toEqual([]);
    await complaints.runtime.catchUps.run();
    expect([await sought('补扫'), await sought('监控')]).toEqual([['补扫'], ['查监控']]);
    await office.does(id, 'finish-task', office.technician, { taskId: first, done: '已补扫' });
    expect(await before.finishTask(id, second, office.inDays(0), office.technician.personId, '已回访')).toHaveLength(1);
    expect((await tasks(id)).map(({ done }) => done)).toEqual([null, '已补扫', '已回访']);
  });

  it('finish a task that was cancelled: to them it was open, and held the complaint up', async () => {
    const id = await handled();
    await office.does(id, 'tasks', office.desk, { what: '补扫', ownerId: office.technician.personId, dueAt: office.inDays(1) });
    const [{ id: taskId }] = (await tasks(id)) as [{ id: string }];
    await office.does(id, 'cancel-task', office.desk, { taskId, reason: '不用了' });
    expect(await tasks(id)).toMatchObject([{ done: null, cancelReason: '不用了' }]);
    await before.finishTask(id, taskId, office.inDays(0), office.technician.personId, '已补扫');
    expect(await tasks(id)).toMatchObject([{ done: '已补扫', cancelReason: null }]);
    expect(await complaints.rows('SELECT cancelled_at, cancelled_by, cancel_reason FROM complaint_task WHERE id = $1', [taskId])).toEqual([{ cancelled_at: null, cancelled_by: null, cancel_reason: null }]);
  });

  it('let the clock of a task run that they finish: nobody hears of it, and it ends by itself (G4)', async () => {
    const id = await handled();
    await office.does(id, 'tasks', office.desk, { what: '补扫', ownerId: office.technician.personId, dueAt: office.inDays(2) });
    const [{ id: taskId }] = (await tasks(id)) as [{ id: string }];
    await before.finishTask(id, taskId, office.inDays(0), office.technician.personId, '已补扫');
    const running = () => complaints.rows(`SELECT promise FROM deadline WHERE aggregate_id = $1 AND state = 'running'`, [taskId]);
    expect(await running()).not.toEqual([]);
    for (let day = 0; day < 5; day += 1) await complaints.later(24 * 3600);
    expect(await running()).toEqual([]);
    const escalated = (await complaints.events(id)).filter(({ type }) => type === 'complaints.complaint-escalated.v1');
    expect(escalated.filter(({ data }) => String(data['promise']).startsWith('task'))).toEqual([]);
  });

  it('decide a complaint of which it is open whom it is about; that is still to be settled', async () => {
    const id = await office.recorded({ aboutWords: '那个高个子保洁' });
    await office.verified(id);
    expect((await office.act(id, 'decide', office.desk, { decision: 'ours', reason: 'x' })).body).toMatchObject({ status: 409, code: 'about-open' });
    await before.decide(id);
    expect((await office.read(id)).body).toMatchObject({ status: 'decided' });
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [], aboutCrewIds: [], reason: '无此人' });
    expect(await complaints.rows('SELECT about_open FROM complaint WHERE id = $1', [id])).toEqual([{ about_open: false }]);
  });
});
