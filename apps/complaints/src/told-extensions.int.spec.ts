import type { Principal } from '@property-office/contracts';
import { ComplaintsUnderTest } from './complaints.fixture';
import { Office } from './office.fixture';

let complaints: ComplaintsUnderTest;
let office: Office;
let second: Principal;

beforeAll(async () => {
  complaints = await ComplaintsUnderTest.open();
});
beforeEach(async () => {
  office = await Office.open(complaints);
  second = office.holding('resident', { homes: [office.homes[1]!] });
});
afterAll(() => complaints.close());

const complainantsOf = async (id: string) => (await office.read(id)).body.complainants as Array<{ id: string }>;
const idOf = async (id: string, which: number) => (await complainantsOf(id))[which]!.id;

describe('an extension holds once everybody of a group was told of it, before the old date (W2.3)', () => {
  async function approved(joining: object[], first?: object): Promise<string> {
    const id = await (first ? office.recorded(first, office.desk) : office.recorded());
    for (const each of joining) await office.does(id, 'join', office.desk, each);
    await office.verified(id);
    await office.does(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
    await office.does(id, 'request-extension', office.desk, { until: office.inDays(4), reason: '等配件' });
    await office.does(id, 'approve-extension', office.lead, { approved: true });
    return id;
  }
  const strangers = [{ contact: { name: '李四', phone: '13800000000' } }, { contact: { name: '王五', phone: '13800000001' } }];
  const tasksOf = async (id: string) => (await office.read(id)).body.file.tasks as Array<{ id: string; complainantId: string; ownerId: string; dueAt: string; finishedAt: string | null; cancelledAt: string | null; cancelReason: string | null }>;
  const extension = async (id: string) => {
    const { promisedAt, dueAt, extendedUntil } = (await office.read(id)).body;
    return { promisedAt, dueAt, extendedUntil };
  };
  const extendedNotices = async (id: string) =>
    (await complaints.rows(`SELECT person_id FROM complainant_notice WHERE case_id = $1 AND kind = 'complaint-extended' ORDER BY person_id`, [id])).map((row) => row['person_id']);

  it('by their account, or by the desk, which has it to do until the old date', async () => {
    const id = await approved([{ personId: second.personId }, ...strangers]);
    const { promisedAt } = (await office.read(id)).body;
    const [, , told, untold] = (await complainantsOf(id)).map((each) => each.id);
    expect((await office.act(id, 'announce-extension', office.desk, { how: 'telephone', toldIds: [office.siteId] })).body).toMatchObject({ status: 400, code: 'complainant-unknown' });
    await office.does(id, 'announce-extension', office.desk, { how: 'telephone', toldIds: [told] });
    expect(await tasksOf(id)).toMatchObject([{ complainantId: untold, ownerId: office.desk.personId, dueAt: promisedAt }]);
    // Until all are told it holds for none.
    expect([await extension(id), await extendedNotices(id)]).toEqual([{ promisedAt, dueAt: promisedAt, extendedUntil: null }, []]);
    for (const [verb, body] of [['announce-extension', { how: 'telephone' }], ['request-extension', { until: office.inDays(5), reason: 'x' }]] as const)
      expect((await office.act(id, verb, office.desk, body)).body).toMatchObject({ status: 409, code: 'extension-used' });
    const until = (await office.read(id)).body.file.extensionAskedUntil;
    await office.does(id, 'finish-task', office.desk, { taskId: (await tasksOf(id))[0]!.id, done: '电话告知' });
    expect(await extension(id)).toEqual({ promisedAt: until, dueAt: until, extendedUntil: until });
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.extension-told.v1', data: { until, before: promisedAt } });
    expect(await extendedNotices(id)).toEqual([office.resident.personId, second.personId].sort());
  });

  it('however many are told one after the other', async () => {
    const id = await approved([...strangers, { contact: { name: '赵六', phone: '13800000002' } }]);
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    const held: boolean[] = [];
    for (const { id: taskId } of await tasksOf(id)) {
      await office.does(id, 'finish-task', office.desk, { taskId, done: '电话告知' });
      held.push((await extension(id)).extendedUntil !== null);
    }
    expect(held).toEqual([false, false, true]);
  });

  it('not in time: then the old date stands, and is late for all', async () => {
    const id = await approved(strangers);
    const before = await extension(id);
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    const [first, last] = (await tasksOf(id)).map((each) => each.id);
    await office.does(id, 'finish-task', office.desk, { taskId: first, done: '电话告知' });
    await complaints.later(2 * 86_400 + 60);
    expect(await tasksOf(id)).toMatchObject([{ cancelledAt: null }, { id: last, finishedAt: null, cancelReason: expect.stringContaining('原期限不变') }]);
    // Whoever has it to do hears of that, and the handler.
    expect((await complaints.events(id)).findLast(({ type }) => type === 'complaints.task-cancelled.v1')).toMatchObject({ actor_role: 'system', data: { taskId: last, ownerId: office.desk.personId } });
    expect((await office.act(id, 'finish-task', office.desk, { taskId: last, done: '电话告知' })).body).toMatchObject({ status: 409, code: 'task-over' });
    expect([await extension(id), await extendedNotices(id)]).toEqual([before, []]);
    expect(await complaints.told(id)).not.toContain('extension-told');
    expect((await office.read(id)).body.promises.find((each: { promise: string }) => each.promise === 'solved')).toMatchObject({ overdue: true });
  });

  it('nor once the result was told: nobody is to be told of it any more, whoever hears the result later', async () => {
    const id = await approved(strangers);
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    await office.does(id, 'result', office.desk, { result: '已修好' });
    const before = await extension(id);
    await office.does(id, 'feedback', office.desk, { how: 'telephone', words: '好' });
    expect((await tasksOf(id)).map(({ cancelReason }) => cancelReason)).toEqual([expect.stringContaining('已反馈处理结果'), expect.stringContaining('已反馈处理结果')]);
    expect((await complaints.told(id)).slice(-3)).toEqual(['task-cancelled', 'task-cancelled', 'feedback-given']);
    await complaints.later(2 * 86_400 + 60);
    expect([await extension(id), await extendedNotices(id)]).toEqual([before, []]);
    const alone = await approved([], strangers[0]);
    await office.does(alone, 'result', office.desk, { result: '已修好' });
    await office.does(alone, 'feedback', office.desk, { how: 'telephone', words: '好' });
    expect((await office.act(alone, 'announce-extension', office.desk, { how: 'telephone' })).body).toMatchObject({ status: 409, code: 'extension-over' });
  });

  it('goes on to be told where the old date became another one', async () => {
    const id = await approved(strangers);
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    await complaints.rows(`UPDATE complaint SET promised_at = promised_at + interval '1 day' WHERE id = $1`, [id]);
    await complaints.later(2 * 86_400 + 60);
    expect((await tasksOf(id)).map(({ cancelledAt }) => cancelledAt)).toEqual([null, null]);
    await complaints.later(86_400);
    expect((await tasksOf(id)).every(({ cancelledAt }) => cancelledAt !== null)).toBe(true);
  });

  it('nor where one who is not to be told was left out; whoever joined meanwhile is told, too', async () => {
    const id = await approved(strangers);
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    const [first, left] = (await tasksOf(id)).map((each) => each.id);
    await office.does(id, 'join', office.desk, { contact: { name: '赵六', phone: '13800000002' } });
    await office.does(id, 'finish-task', office.desk, { taskId: first, done: '电话告知' });
    expect((await tasksOf(id)).map((each) => each.complainantId)).toEqual([await idOf(id, 1), await idOf(id, 2), await idOf(id, 3)]);
    await office.does(id, 'cancel-task', office.desk, { taskId: left, reason: '联系不上' });
    await office.does(id, 'finish-task', office.desk, { taskId: (await tasksOf(id))[2]!.id, done: '电话告知' });
    expect((await extension(id)).extendedUntil).toBeNull();
  });

  it('nor in the next round', async () => {
    const id = await approved([strangers[0]!]);
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    await office.does(id, 'result', office.desk, { result: '已修好' });
    await office.does(id, 'feedback', office.desk, { how: 'telephone', words: '好' });
    await office.does(id, 'answer', office.resident, { answer: 'disputed' });
    expect(await tasksOf(id)).toMatchObject([{ cancelReason: expect.stringContaining('已反馈处理结果') }]);
  });

  it('is used in whatever goes on for one of which somebody was told', async () => {
    const [id, into] = [await approved([strangers[0]!]), await approved([])];
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    await office.mergedIn(id, into);
    expect((await office.act(into, 'announce-extension', office.desk, { how: 'telephone' })).body).toMatchObject({ status: 409, code: 'extension-used' });
  });

  it('a single one without an account is whom the handler speaks of; what is over is told to nobody any more', async () => {
    for (const more of [{}, { toldIds: [] }]) {
      const one = await approved([], strangers[1]);
      await office.does(one, 'announce-extension', office.desk, { how: 'telephone', ...more });
      expect(await tasksOf(one)).toEqual([]);
      expect(await complaints.rows('SELECT cardinality(extension_told_ids) AS told FROM complaint WHERE id = $1', [one])).toEqual([{ told: 1 }]);
    }
    const beside = await approved([strangers[0]!]);
    await office.does(beside, 'announce-extension', office.desk, { how: 'telephone' });
    expect(await tasksOf(beside)).toMatchObject([{ complainantId: await idOf(beside, 1) }]);
    const id = await approved(strangers);
    await office.does(id, 'announce-extension', office.desk, { how: 'message' });
    expect(await tasksOf(id)).toHaveLength(2);
    await office.does(id, 'result', office.desk, { result: '已修好' });
    await office.does(id, 'feedback', office.desk, { how: 'telephone', words: '好' });
    await office.does(id, 'answer', office.resident, { answer: 'accepted' });
    for (const which of [1, 2]) await office.does(id, 'answer', office.desk2, { answer: 'accepted', complainantId: await idOf(id, which), how: 'telephone' });
    expect((await tasksOf(id)).map(({ finishedAt, cancelledAt }) => [finishedAt, cancelledAt !== null])).toEqual([[null, true], [null, true]]);
    expect(await complaints.rows(`SELECT 1 FROM deadline d JOIN complaint_task t ON t.id = d.aggregate_id WHERE t.complaint_id = $1 AND d.state = 'running'`, [id])).toEqual([]);
  });
});
