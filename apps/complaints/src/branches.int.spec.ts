import { complaintDecisions } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { ComplaintsUnderTest } from './complaints.fixture';
import { behindTheBranch, needsOf } from './domain/branch';
import { complaintStates } from './domain/complaint-states';
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

const decide = (id: string, decision: string) => office.does(id, 'decide', office.desk, { decision, reason: '核实后' });

describe('the branches of a complaint (W2.3)', () => {
  it('is closed as ours with apology, promised date, tasks, a repair, result, feedback and an answer', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await decide(id, 'ours');
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
    await office.does(id, 'tasks', office.desk, { what: '补扫', ownerId: office.technician.personId, dueAt: office.inDays(1) });
    const repair = await office.repair();
    await office.does(id, 'link-repair', office.desk, { repairRequestId: repair });
    expect(await office.act(id, 'result', office.desk, { result: '完成' })).toMatchObject({ status: 409, body: { code: 'work-open', detail: '1 tasks and 1 linked repairs are not finished.' } });
    const { body } = await office.read(id);
    await office.does(id, 'finish-task', office.desk, { taskId: body.file.tasks[0].id, done: '已扫' });
    await office.repairResolved(repair);
    await office.does(id, 'result', office.desk, { result: '已补扫' });
    expect(await office.act(id, 'answer', office.resident, { answer: 'accepted' })).toMatchObject({ status: 409, body: { code: 'feedback-missing' } });
    await office.does(id, 'feedback', office.desk, { how: 'visit', words: '好的' });
    expect(await office.act(id, 'answer', office.desk, { answer: 'accepted' })).toMatchObject({ status: 403, body: { code: 'own-answer' } });
    expect(await office.does(id, 'answer', office.resident, { answer: 'accepted', words: '谢谢' })).toMatchObject({ status: 'closed', statusName: 'closed', answer: 'accepted' });
    const closed = (await complaints.events(id)).at(-1)!;
    expect(closed).toMatchObject({ type: 'complaints.complaint-closed.v1', data: { decision: 'ours', households: 1, handlerIds: [office.desk.personId], answer: 'accepted' } });
    expect(await complaints.told(id)).toEqual([
      'complaint-recorded',
      'complaint-assigned',
      'complaint-acknowledged',
      'complaint-verified',
      'complaint-decided',
      'handling-begun',
      'task-added',
      'repair-linked',
      'task-finished',
      'linked-repair-finished',
      'result-recorded',
      'feedback-given',
      'complaint-closed',
    ]);
  });

  it('waits for the request that goes on where its linked repair is merged into another (G3)', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await decide(id, 'ours');
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
    const [linked, survivor] = [await office.repair(), await office.repair()];
    await office.does(id, 'link-repair', office.desk, { repairRequestId: linked });
    await office.repairMerged(linked, survivor);
    expect(await office.act(id, 'result', office.desk, { result: '完成' })).toMatchObject({ status: 409, body: { code: 'work-open' } });
    await office.repairResolved(survivor);
    expect((await complaints.events(id)).at(-1)).toMatchObject({ type: 'complaints.linked-repair-finished.v1', data: { repairRequestId: linked } });
    await office.does(id, 'result', office.desk, { result: '已修好' });
  });

  it('hears once that it is over, whichever is heard first: that the other one was merged, or that it was finished (G3)', async () => {
    const waiting = async () => {
      const id = await office.recorded();
      await office.verified(id);
      await decide(id, 'ours');
      await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(2) });
      const [linked, survivor] = [await office.repair(), await office.repair()];
      await office.does(id, 'link-repair', office.desk, { repairRequestId: linked });
      return { id, linked, survivor };
    };
    const heard = async (id: string) => (await complaints.told(id)).filter((each) => each === 'linked-repair-finished').length;

    const late = await waiting();
    await office.repairResolved(late.survivor);
    expect(await heard(late.id)).toBe(0);
    await office.repairMerged(late.linked, late.survivor);
    expect(await heard(late.id)).toBe(1);
    await office.doubleJoined(late.survivor, late.linked, 1);
    expect(await heard(late.id)).toBe(1);

    // Finished before it joined: it goes on.
    const before = await waiting();
    await office.repairResolved(before.survivor, before.id, 3);
    await office.doubleJoined(before.survivor, before.linked, 5);
    expect(await heard(before.id)).toBe(0);
    await office.doubleLeft(before.survivor, before.linked, 6);
    await office.repairResolved(before.survivor, before.id, 8);
    expect(await heard(before.id)).toBe(0);
  });

  it('knows no longer than events are on their way which repairs were over', async () => {
    const [old, recent, over] = [newId(), newId(), await office.repair()];
    const days = (n: number) => new Date(Date.now() + complaints.ahead * 1_000 - n * 86_400_000);
    await complaints.rows('INSERT INTO finished_repair (id, version, happened_at) VALUES ($1, 2, $2), ($3, 2, $4)', [old, days(61), recent, days(31)]);
    await office.repairResolved(over);
    expect(await complaints.rows('SELECT id FROM finished_repair WHERE id = ANY ($1) ORDER BY happened_at', [[old, recent, over]])).toEqual([{ id: recent }, { id: over }]);
  });

  it('is not handled as ours without an apology and a date, and says so in both languages', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await decide(id, 'ours');
    const en = await office.act(id, 'begin-handling', office.desk, { apology: '对不起' });
    expect(en).toMatchObject({ status: 400, body: { code: 'branch-incomplete', errors: [{ pointer: '/promisedAt', message: 'Please give a promised date' }] } });
    const zh = await office.act(id, 'begin-handling', office.desk, {}, { 'accept-language': 'zh-CN' });
    expect(zh.body).toMatchObject({ detail: '进入“处理中”之前请补齐：致歉、承诺日期。' });
    expect((await office.read(id)).body.status).toBe('decided');
  });

  it('is not decided without findings', async () => {
    const id = await office.recorded();
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    await office.does(id, 'acknowledge', office.desk);
    await office.does(id, 'verify', office.desk, {});
    expect(await office.act(id, 'decide', office.desk, { decision: 'unfounded', reason: '没有' })).toMatchObject({ status: 400, body: { code: 'branch-incomplete' } });
  });

  it('what is not ours is explained with the help given; what is unlawful is stopped, recorded and reported', async () => {
    const id = await office.recorded({ kind: 'neighbour' });
    await office.verified(id);
    await decide(id, 'not-ours');
    const told = { explanation: '属邻里纠纷', helpGiven: '已上门调解' };
    expect(await office.act(id, 'begin-handling', office.desk, { apology: 'x', promisedAt: office.inDays(1) })).toMatchObject({ status: 409, body: { code: 'branch-wrong' } });
    expect(await office.act(id, 'explain', office.desk, { explanation: '属邻里纠纷' })).toMatchObject({ status: 400, body: { errors: [{ pointer: '/helpGiven' }] } });
    const half = await office.act(id, 'explain', office.desk, { ...told, unlawful: { stopped: '已制止' } });
    expect(half.body.errors.map((each: { pointer: string }) => each.pointer)).toEqual(['/unlawful/record', '/unlawful/authority', '/unlawful/reportedAt']);
    const unlawful = { stopped: '已制止', record: '违建照片', authority: '城管', reference: '2026-1', reportedAt: office.inDays(-1) };
    expect(await office.act(id, 'explain', office.desk, { ...told, unlawful: { ...unlawful, reportedAt: office.inDays(0.01) } })).toMatchObject({
      status: 400, body: { code: 'reported-ahead', errors: [{ pointer: '/unlawful/reportedAt' }] },
    });
    await office.does(id, 'explain', office.desk, { ...told, unlawful });
    await office.does(id, 'feedback', office.desk, { how: 'telephone', words: '明白了' });
    expect(await office.does(id, 'answer', office.resident, { answer: 'accepted' })).toMatchObject({ status: 'closed', decision: 'not-ours' });
    expect((await complaints.events(id)).find(({ type }) => type === 'complaints.complaint-explained.v1')!.data).toMatchObject({ unlawful: true });
  });

  it('what is unlawful in one that is partly ours is stopped, recorded and reported, too', async () => {
    const id = await office.recorded({ kind: 'noise' });
    await office.verified(id);
    await decide(id, 'partly-ours');
    const told = { apology: '对不起', promisedAt: office.inDays(1), explanation: '装修噪声属邻里' };
    const half = await office.act(id, 'begin-handling', office.desk, { ...told, unlawful: { stopped: '已制止', record: '照片' } });
    expect(half).toMatchObject({ status: 400, body: { code: 'branch-incomplete', errors: [{ pointer: '/unlawful/authority' }, { pointer: '/unlawful/reportedAt' }] } });
    const unlawful = { stopped: '已制止', record: '照片', authority: '城管', reference: '2026-2', reportedAt: office.inDays(0.005) };
    await office.does(id, 'begin-handling', office.desk, { ...told, unlawful });
    expect((await office.read(id)).body).toMatchObject({ status: 'handling', file: { unlawful: true, authority: '城管', authorityReference: '2026-2' } });
  });

  it('the table refuses exactly what the rule refuses', async () => {
    const id = await office.recorded();
    const value: Record<string, string> = { promised_at: 'now()', reported_at: 'now()', feedback_at: 'now()', answer: `'accepted'` };
    const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const refuses = async (state: string, decision: string, unlawful: boolean, fields: string[]): Promise<boolean> => {
      const all = ['findings', 'apology', 'promisedAt', 'explanation', 'helpGiven', 'unlawfulStopped', 'unlawfulRecord', 'authority', 'reportedAt', 'result', 'feedbackHow', 'feedbackWords', 'feedbackAt', 'answer'];
      const set = all.map((name) => `${column(name)} = ${fields.includes(name) ? (value[column(name)] ?? `'x'`) : 'NULL'}`);
      const sql = `UPDATE complaint SET state = '${state}', decision = '${decision}', unlawful = ${unlawful}, ${set.join(', ')} WHERE id = $1`;
      return complaints.rows(sql, [id]).then(() => false, (error: { constraint?: string }) => error.constraint === 'complaint_branch');
    };
    for (const state of complaintStates) {
      for (const decision of complaintDecisions) {
        for (const unlawful of [false, true]) {
          const needs = needsOf(state, { decision, unlawful }).filter((name) => name !== 'decision');
          expect({ state, decision, unlawful, refused: await refuses(state, decision, unlawful, needs) }).toEqual({ state, decision, unlawful, refused: false });
          for (const left of needs)
            expect({ state, decision, left, refused: await refuses(state, decision, unlawful, needs.filter((name) => name !== left)) }).toEqual({ state, decision, left, refused: true });
        }
      }
    }
    expect(behindTheBranch).toEqual(['handling', 'awaiting-feedback', 'closed']);
  });

  it('an illegal move is refused and the legal ones named', async () => {
    const id = await office.recorded();
    await office.does(id, 'assign', office.lead, { handlerId: office.desk.personId });
    const told = await office.act(id, 'decide', office.desk, { decision: 'ours', reason: 'x' });
    expect(told).toMatchObject({ status: 409, body: { code: 'complaint-move-illegal', detail: expect.stringContaining('acknowledge') } });
  });

  it('the steps are the handler’s own, and there has to be one', async () => {
    const id = await office.recorded();
    await office.does(id, 'acknowledge', office.desk);
    expect(await office.act(id, 'verify', office.desk, { findings: 'x' })).toMatchObject({ status: 409, body: { code: 'handler-missing' } });
    expect(await office.act(id, 'assign', office.desk, { handlerId: office.desk2.personId })).toMatchObject({ status: 403, body: { code: 'not-yours-to-assign' } });
    await office.does(id, 'assign', office.desk, { handlerId: office.desk.personId });
    expect(await office.act(id, 'verify', office.desk2, { findings: 'x' })).toMatchObject({ status: 403, body: { code: 'not-the-handler' } });
    expect(await office.act(id, 'assign', office.lead, { handlerId: office.technician.personId })).toMatchObject({ status: 409, body: { code: 'handler-unfit' } });
  });

  it('a promise lies ahead and within the time the case may take', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await decide(id, 'ours');
    for (const promisedAt of [office.inDays(-1), office.inDays(60), office.inDays(40 * 365)])
      expect(await office.act(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt })).toMatchObject({ status: 400, body: { code: 'promise-impossible' } });
  });

  it('nobody answering is recorded three days after the feedback, by somebody else', async () => {
    const id = await office.recorded();
    await office.answered(id);
    expect(await office.act(id, 'answer', office.desk2, { answer: 'no-answer' })).toMatchObject({ status: 409, body: { code: 'too-soon-to-give-up' } });
    await complaints.later(3 * 86_400 + 60);
    expect(await office.act(id, 'answer', office.desk, { answer: 'no-answer' })).toMatchObject({ status: 403 });
    expect(await office.does(id, 'answer', office.desk2, { answer: 'no-answer' })).toMatchObject({ status: 'closed', answer: 'no-answer' });
  });

  it('refuses a linked repair of another site and a task that is finished', async () => {
    const id = await office.recorded();
    await office.verified(id);
    await decide(id, 'ours');
    await office.does(id, 'begin-handling', office.desk, { apology: '对不起', promisedAt: office.inDays(1) });
    const elsewhere = await (await Office.open(complaints)).repair();
    expect(await office.act(id, 'link-repair', office.desk, { repairRequestId: elsewhere })).toMatchObject({ status: 400, body: { code: 'repair-unknown' } });
    const invented = await office.act(id, 'link-repair', office.desk, { repairRequestId: newId() });
    expect(invented).toMatchObject({ status: 400, body: { code: 'repair-unknown', errors: [{ pointer: '/repairRequestId' }] } });
    expect(await office.act(newId(), 'link-repair', office.desk, { repairRequestId: newId() })).toMatchObject({ status: 404, body: { code: 'complaint-unknown' } });
    await office.does(id, 'tasks', office.desk, { what: 'x', ownerId: office.technician.personId, dueAt: office.inDays(1) });
    const taskId = (await office.read(id)).body.file.tasks[0].id;
    expect((await office.read(id, office.technician)).status).toBe(200);
    await office.does(id, 'finish-task', office.desk, { taskId, done: 'x' });
    expect(await office.act(id, 'finish-task', office.desk, { taskId, done: 'x' })).toMatchObject({ status: 409, body: { code: 'task-over' } });
    expect(await office.act(id, 'tasks', office.desk, { what: 'x', ownerId: office.resident.personId, dueAt: office.inDays(1) })).toMatchObject({ status: 400, body: { code: 'owner-unknown' } });
  });

  it('one of two deciders at once wins, the other is told', async () => {
    const id = await office.recorded();
    await office.verified(id);
    const told = await Promise.all(['ours', 'unfounded'].map((decision) => office.act(id, 'decide', office.desk, { decision, reason: 'x' })));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await complaints.told(id)).filter((type) => type === 'complaint-decided')).toHaveLength(1);
  });
});
