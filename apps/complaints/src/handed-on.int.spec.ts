import { localTime } from '@property-office/calendar';
import type { Principal } from '@property-office/contracts';
import { autumn } from './clocks.fixture';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  await complaints.showTime(autumn('11-09 09:00'));
  office = await Office.open(complaints);
});
afterAll(() => complaints.close());

const stranger = { contact: { name: '李四', phone: '13800000000' } };
const tasksOf = async (id: string, who = office.company) => (await office.read(id, who)).body.file.tasks as Array<{ id: string; ownerId: string; complainantId: string | null; cancelledAt: string | null }>;
const mine = async (who: Principal) => (await complaints.ask('GET /api/complaint-tasks?status=open', who)).body.items as Array<{ id: string }>;
const handedOn = async (id: string) => (await complaints.events(id)).filter(({ type }) => type === 'complaints.task-handed-on.v1').map(({ data }) => data);

/** In the hands of the desk: a stranger beside the resident is still to be told that it takes longer, and somebody has work to do. */
async function untold(more: object = {}): Promise<{ id: string; telling: string; work: string }> {
  const id = await office.recorded(more);
  await office.does(id, 'join', office.desk, stranger);
  await office.verified(id);
  await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
  await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
  await office.does(id, 'request-extension', office.desk, { until: office.inDays(4), reason: '等配件' });
  await office.does(id, 'approve-extension', office.lead, { approved: true });
  await office.does(id, 'announce-extension', office.desk, { how: 'telephone', toldIds: [] });
  await office.does(id, 'tasks', office.desk, { what: '补扫', ownerId: office.desk.personId, dueAt: office.inDays(1) });
  const [telling, work] = (await tasksOf(id)).map((each) => each.id);
  return { id, telling: telling!, work: work! };
}

describe('what a complainant without an account is to be told (W2.3)', () => {
  // The first of all: rules are kept for a moment once they are read.
  it('says until when by the clock of the site, and of no other', async () => {
    await complaints.rows(`INSERT INTO office_site (id, time_zone) VALUES ($1, 'Asia/Tokyo')`, [office.siteId]);
    const { id } = await untold();
    const until = (await office.read(id)).body.file.extensionAskedUntil;
    expect((await office.read(id)).body.file.tasks[0].what).toContain(localTime(new Date(until), 'Asia/Tokyo'));
  });

  it('is in the hands of whoever handles the complaint, by its own clock; other work stays with whom it was given', async () => {
    const { id, telling, work } = await untold();
    const clock = () => complaints.rows('SELECT state, due_at FROM deadline WHERE aggregate_id = $1 ORDER BY promise', [telling]);
    const before = await clock();
    await office.does(id, 'assign', office.lead, { handlerId: office.desk2.personId });
    expect(await tasksOf(id)).toMatchObject([{ id: telling, ownerId: office.desk2.personId }, { id: work, ownerId: office.desk.personId }]);
    expect([await clock(), (await mine(office.desk2)).length]).toEqual([before, 1]);
    expect(await handedOn(id)).toMatchObject([{ taskId: telling, ownerId: office.desk2.personId, formerOwnerId: office.desk.personId }]);
    expect((await office.act(id, 'finish-task', office.desk, { taskId: telling, done: 'x' })).body).toMatchObject({ status: 403, code: 'not-the-task-owner' });
  });

  it('goes with it to the director, too, and back to nobody who had it', async () => {
    const { id, telling } = await untold();
    await office.does(id, 'mark-major', office.lead, { reason: '媒体关注' });
    expect(await tasksOf(id, office.director)).toMatchObject([{ id: telling, ownerId: office.director.personId }, {}]);
    await office.does(id, 'finish-task', office.director, { taskId: telling, done: '电话告知' });
    await office.does(id, 'assign', office.company, { handlerId: office.company.personId });
    expect(await handedOn(id)).toHaveLength(1);
  });

  it('is lost with nobody from whom the complaint is hidden: it waits for the next handler', async () => {
    const { id, telling, work } = await untold();
    await office.does(id, 'correct-about', office.lead, { aboutPersonIds: [office.desk.personId], aboutCrewIds: [], reason: '查明' });
    const [first] = await tasksOf(id);
    expect([first!.id, first!.cancelledAt, (await tasksOf(id)).find((each) => each.id === work)!.cancelledAt !== null]).toEqual([telling, null, true]);
    expect(await mine(office.desk)).toEqual([]);
    await office.does(id, 'assign', office.lead, { handlerId: office.desk2.personId });
    expect((await mine(office.desk2)).map((each) => each.id)).toEqual([telling]);
  });

  it('of a merge that nobody handled is with whoever merged them until somebody handles it', async () => {
    const [id, into] = [await office.recorded(stranger, office.desk), await office.recorded()];
    await office.mergedIn(id, into);
    expect((await tasksOf(into)).map(({ ownerId }) => ownerId)).toEqual([office.lead.personId]);
    const [{ dueAt }] = (await complaints.rows('SELECT due_at AS "dueAt" FROM complaint_task WHERE complaint_id = $1', [into])) as [{ dueAt: Date }];
    // As the office promises for a task: on a workday, when its time is over.
    expect(localTime(dueAt, 'Asia/Shanghai')).toBe('2026-11-11 17:30');
    await office.does(into, 'assign', office.lead, { handlerId: office.desk.personId });
    expect((await tasksOf(into)).map(({ ownerId }) => ownerId)).toEqual([office.desk.personId]);
  });
});
