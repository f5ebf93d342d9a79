import sharp from 'sharp';
import { askedPrincipal } from '@property-office/backbone';
import { noticeBelongingsPath, type Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { drawNotice } from './features/draw-picture/draw-notice';
import { FinishTaskHandler } from './features/finish-task/finish-task.handler';
import { Neighbourhood } from './neighbourhood.fixture';
import { announced, NoticesUnderTest, type Told } from './notices.fixture';

const hour = 3_600_000;
let notices: NoticesUnderTest;
let area: Neighbourhood;
let poster: Principal;

beforeAll(async () => {
  notices = await NoticesUnderTest.open();
});
beforeEach(async () => {
  area = await Neighbourhood.open(notices);
  poster = area.holding('technician');
  await area.hired(poster);
});
afterAll(() => notices?.close());

const setting = (more: object = {}): object => ({
  kind: 'outage',
  channels: ['in-app', 'portal-board', 'chat-group', 'paper-board'],
  chatGroups: [{ name: '业主一群', posterId: poster.personId }],
  paperBoards: [{ name: '1栋大堂', posterId: poster.personId }],
  ...more,
});
const set = (more: object = {}, who = area.lead, headers: Record<string, string> = { 'if-match': '"0"' }): Promise<Told> =>
  notices.ask(`PUT /api/notice-channels/${area.siteId}`, who, setting(more), headers);
const posted = async (): Promise<string> => {
  const answer = await set();
  if (answer.status !== 200) throw new Error(answer.text);
  return area.released({ channels: ['in-app', 'chat-group', 'paper-board'] });
};
interface TaskRow {
  id: string;
  task: string;
  status: string;
}
const tasksOf = async (noticeId: string, who = area.writer): Promise<TaskRow[]> =>
  (await notices.ask(`GET /api/notice-tasks?noticeId=${noticeId}`, who)).body.items.toSorted((a: TaskRow, b: TaskRow) => (a.task < b.task ? -1 : 1));
/** Files is another service: what it claims is tested through the gateway. */
const finish = (id: string, who: Principal, attachmentIds = [newId()], act: { happenedAt?: Date; lateReason?: string } = {}) =>
  notices.runtime.database.transaction((tx) =>
    notices.part(FinishTaskHandler)
      .execute(tx, { principal: who, operation: 'notifications.finishNoticeTask', requestId: '', traceparent: '', language: 'en', route: '' }, id, { attachmentIds, ...act }),
  );
const kinds = async (personId: string) =>
  (await notices.rows<{ kind: string }>(`SELECT kind FROM notification WHERE person_id = $1 AND subject_type = 'notice-task' ORDER BY recorded_at, id`, [personId])).map(({ kind }) => kind);

describe('designated channels', () => {
  it('are the shipped ones until a site sets its own, kind by kind', async () => {
    const read = async () => (await notices.ask(`GET /api/notice-channels/${area.siteId}`, area.writer)).body.items;
    expect(await read()).toHaveLength(5);
    expect((await read())[0]).toMatchObject({ kind: 'outage', version: 0, chatGroups: [] });
    expect((await set()).body).toMatchObject({ kind: 'outage', version: 1, chatGroups: [{ name: '业主一群' }] });
    expect((await read())[0]).toMatchObject({ version: 1, paperBoards: [{ name: '1栋大堂', posterId: poster.personId }] });
    expect((await set()).status).toBe(412);
    expect((await set({}, area.lead, {})).status).toBe(428);
    const both = await Promise.all([set({}, area.lead, { 'if-match': '"1"' }), set({}, area.director, { 'if-match': '"1"' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('two who are first to set them: one has not seen the other', async () => {
    const both = await Promise.all([set(), set({}, area.director)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it.each<[string, () => object, string, string]>([
    ['a chat group channel without a group', () => ({ chatGroups: [] }), '/chatGroups', 'A group or board needs a named poster'],
    ['a board without its channel', () => ({ channels: ['chat-group'] }), '/paperBoards', 'A group or board needs a named poster'],
    ['a poster who is no staff of the site', () => ({ chatGroups: [{ name: 'x', posterId: newId() }] }), '/chatGroups/0/posterId', 'The poster is wrong'],
    [
      'one name twice',
      () => ({ chatGroups: [{ name: 'x', posterId: poster.personId }, { name: 'x', posterId: poster.personId }] }),
      '/chatGroups/1/name',
      'A group or board needs a named poster',
    ],
  ])('do not take %s', async (_, more, pointer, title) => {
    expect((await set(more())).body).toMatchObject({ status: 400, title, errors: [{ pointer }] });
    expect((await set(more(), area.lead, { 'if-match': '"0"', 'accept-language': 'zh' })).body.title).toMatch(/张贴人/);
  });

  it('are set by leads on their site', async () => {
    expect((await set({}, area.writer)).status).toBe(403);
    const elsewhere = await Neighbourhood.open(notices);
    expect((await set({}, elsewhere.lead)).status).toBe(403);
    expect((await notices.ask(`GET /api/notice-channels/${area.siteId}`, elsewhere.lead)).status).toBe(403);
  });
});

describe('posting tasks', () => {
  it('a release brings one for each group and board, its poster hears of it and gets text and picture', async () => {
    const id = await posted();
    const tasks = await tasksOf(id);
    expect(tasks).toMatchObject([
      { task: 'chat-post', place: '业主一群', status: 'open', posterId: poster.personId },
      { task: 'paper-up', place: '1栋大堂', status: 'open' },
    ]);
    expect(await kinds(poster.personId)).toEqual(['notice-task-yours', 'notice-task-yours']);
    const { body } = await notices.ask(`GET /api/notice-tasks/${tasks[0]!.id}`, poster);
    expect(body.text).toMatch(/^【停水通知】\n因管道检修[^]*【Water cut】[^]*N-\d{8}-\d+ http/);
    const picture = await notices.ask(`GET ${body.pictureUrl}`, poster);
    expect(picture).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect((await notices.events(tasks[0]!.id))[0]).toMatchObject({ type: 'notifications.notice-task-set.v1', data: { noticeId: id, where: '业主一群' } });
  });

  it('the picture carries the whole text and a code, however long, and draws what looks like markup', async () => {
    const content = { changed: null, texts: [{ title: '<b>停水</b> & "电"', body: '长文 '.repeat(400) }] };
    const { width, height } = await sharp(await drawNotice(content, 'N-1', 'https://office.example.org/x')).metadata();
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(1500);
  });

  it('are found by the number of the notice and the name of the group', async () => {
    const [chat, paper] = await tasksOf(await posted());
    const { number } = (await notices.ask(`GET /api/notice-tasks/${chat!.id}`, poster)).body;
    const found = async (q: string) => (await notices.ask(`GET /api/notice-tasks?siteId=${area.siteId}&q=${encodeURIComponent(q)}`, area.lead)).body.items.map(({ id }: TaskRow) => id);
    for (const q of ['业主一群', '业主', '群']) expect([q, await found(q)]).toEqual([q, [chat!.id]]);
    expect((await found(number)).toSorted()).toEqual([chat!.id, paper!.id].toSorted());
    for (const q of ['二群', '%']) expect([q, await found(q)]).toEqual([q, []]);
  });

  it('are the poster’s and the leads’: nobody else sees or finishes them', async () => {
    const [task] = await tasksOf(await posted());
    const other = area.holding('technician');
    expect(await tasksOf(task!.id, other)).toEqual([]);
    for (const target of [`GET /api/notice-tasks/${task!.id}`, `GET /api/notice-tasks/${task!.id}/picture`]) {
      expect((await notices.ask(target, other)).body).toMatchObject({ status: 404, code: 'notice-task-unknown', title: 'No such posting task' });
      expect((await notices.ask(target, other, undefined, { 'accept-language': 'zh' })).body.title).toBe('没有找到这个张贴任务');
    }
    await expect(finish(task!.id, other)).rejects.toMatchObject({ code: 'notice-task-unknown' });
    await expect(finish(task!.id, area.writer)).rejects.toMatchObject({ code: 'notice-task-unknown' });
  });

  it('end with a picture, once', async () => {
    const [task] = await tasksOf(await posted());
    const bare = await notices.ask(`POST /api/notice-tasks/${task!.id}/finish`, poster, { attachmentIds: [] });
    expect(bare.body).toMatchObject({ status: 400, code: 'proof-missing', title: 'A screenshot or photo is needed', errors: [{ pointer: '/attachmentIds' }] });
    const chinese = await notices.ask(`POST /api/notice-tasks/${task!.id}/finish`, poster, { attachmentIds: [] }, { 'accept-language': 'zh' });
    expect(chinese.body.title).toBe('请上传截图或照片');
    const done = await finish(task!.id, poster, [area.siteId]);
    expect(done).toMatchObject({ state: 'done', doneBy: poster.personId });
    expect((await notices.events(task!.id)).at(-1)).toMatchObject({ type: 'notifications.notice-task-done.v1', data: { attachmentIds: [area.siteId] } });
    const again = await notices.ask(`POST /api/notice-tasks/${task!.id}/finish`, poster, { attachmentIds: [] });
    expect(again.body).toMatchObject({ status: 409, code: 'notice-task-not-open', detail: 'The task is done and cannot be finished or spared. Allowed now: nothing.' });
    await notices.elapse(10 * hour);
    expect((await notices.told(task!.id)).filter((type) => type === 'notice-task-escalated')).toEqual([]);
  });

  it('late ones are said to the poster again, to the lead, to the director, to the company; each once, in the hours of the desk (G5)', async () => {
    await notices.untilMonday(9);
    const [chat, paper] = await tasksOf(await posted());
    const late = async (who: Principal) => (await kinds(who.personId)).filter((kind) => kind === 'promise-late').length;
    const company = area.holding('company');
    await area.hired(company);
    const heard = async () => [await late(poster), await late(area.lead), await late(area.director), await late(company)];
    // Two service hours for a chat group: 9 to 11.
    await notices.elapse(1.9 * hour);
    expect(await heard()).toEqual([0, 0, 0, 0]);
    await notices.elapse(0.2 * hour);
    expect(await heard()).toEqual([1, 0, 0, 0]);
    await notices.elapse(14 * hour);
    // Paper has a day; the desk sleeps from evening to morning.
    expect(await heard()).toEqual([1, 1, 0, 0]);
    await notices.elapse(96 * hour);
    expect(await heard()).toEqual([2, 2, 2, 2]);
    const levels = async (id: string) => (await notices.events(id)).filter(({ type }) => type === 'notifications.notice-task-escalated.v1').map(({ data }) => data['level']);
    for (const { id } of [chat!, paper!]) expect(await levels(id)).toEqual(['responsible', 'lead', 'director', 'company']);
    expect((await notices.ask('GET /api/escalations', area.director)).body.items).toMatchObject([{ object: { type: 'notice-task' } }, { object: { type: 'notice-task' } }]);
  });

  it('are what their poster has in hand until they are done, as a notice is of who wrote it until it is out (G6)', async () => {
    const inHand = async ({ personId }: Principal) =>
      ((await notices.askInside(noticeBelongingsPath, { personId, reader: askedPrincipal(area.director) }, 'directory')).body.items as Array<{ kind: string; id: string; siteId: string }>).filter(({ siteId }) => siteId === area.siteId).map(({ kind, id }) => [kind, id]);
    const noticeId = await posted();
    const [chat, paper] = await tasksOf(noticeId);
    expect((await inHand(poster)).map(([, id]) => id).toSorted()).toEqual([chat!.id, paper!.id].toSorted());
    await finish(chat!.id, poster);
    expect(await inHand(poster)).toEqual([['notice-task', paper!.id]]);
    const [draft, submitted] = [await area.drafted({ channels: ['in-app'] }), await area.submitted({ channels: ['in-app'] })];
    expect(await inHand(area.writer)).toEqual([['notice', draft], ['notice', submitted]]);
    expect(await inHand(area.director)).toEqual([]);
  });

  it('by targets that are rows of the site, in effect for what is set later (Q1)', async () => {
    await notices.untilMonday(9);
    const limits = [{ amount: 30, unit: 'minutes' as const }];
    const target = { class: 'notice-task', promise: 'post', function: 'desk' as const, countsFrom: 'start' as const, limits, words: null };
    const before = (await notices.ask(`GET /api/notice-tasks?noticeId=${await posted()}`, poster)).body.items;
    const row = { rowId: newId(), siteId: area.siteId, source: { zh: '主任办公会', en: 'meeting of the director' }, effectiveFrom: (await notices.now()).toISOString(), ...target };
    await notices.hear(announced('directory.target-set.v1', newId(), area.siteId, row));
    await notices.elapse(3 * 60_000);
    // Rules are kept for a moment.
    const after = await waitFor(
      async () => {
        const items = (await notices.ask(`GET /api/notice-tasks?noticeId=${await area.released({ channels: ['in-app', 'chat-group'] })}`, poster)).body.items;
        return new Date(items[0].dueAt).getTime() - (await notices.now()).getTime() < hour ? items : undefined;
      },
      { what: 'the new target to be in effect' },
    );
    expect(new Date(after[0].dueAt).getTime() - (await notices.now()).getTime()).toBeGreaterThan(0.4 * hour);
    const dueBefore = before.find(({ task }: TaskRow) => task === 'chat-post').dueAt;
    expect(new Date(dueBefore).getTime() - (await notices.now()).getTime()).toBeGreaterThan(1.9 * hour);
  });

  it('done before it was due and entered later: nobody was late (G2)', async () => {
    await notices.untilMonday(9);
    const [chat] = await tasksOf(await posted());
    const then = await notices.now();
    await notices.elapse(2.1 * hour);
    await finish(chat!.id, poster, [newId()], { happenedAt: new Date(then.getTime() + hour), lateReason: '断网' });
    expect((await notices.events(chat!.id)).at(-1)).toMatchObject({ type: 'notifications.notice-task-shown-on-time.v1', data: { level: 'responsible', promise: 'post' } });
    expect((await notices.ask('GET /api/escalations', poster)).body.items).toMatchObject([{ laterOnTime: true, title: expect.stringContaining('post in the chat group') }]);
  });

  it('a timer of before these clocks starts the clock that is missing, once, by what was promised', async () => {
    await notices.untilMonday(9);
    const [chat] = await tasksOf(await posted());
    await notices.admin.query('SET search_path = notifications');
    for (const table of ['timer', 'deadline']) await notices.admin.query(`DELETE FROM ${table} WHERE aggregate_id = $1`, [chat!.id]);
    for (const whom of ['poster', 'lead'])
      await notices.admin.query(`INSERT INTO timer (id, kind, aggregate_id, fire_key, due_at, status) VALUES (gen_random_uuid(), 'notice-task', $1, $2, date_trunc('milliseconds', platform.now()), 'set')`, [chat!.id, `notice-task:${chat!.id}:${whom}`]);
    await notices.elapse(30 * hour);
    expect((await notices.told(chat!.id)).filter((type) => type === 'notice-task-escalated')).toHaveLength(3);
  });

  it.each([[0], [1]])('finished and withdrawn at once: done or cancelled, never both (%d first)', async (first) => {
    const id = await posted();
    const [task] = await tasksOf(id);
    const racing = [() => finish(task!.id, poster).catch((error: { code: string }) => error.code), () => area.act(id, 'withdraw', area.lead, { reason: '取消' })];
    await Promise.all([racing[first]!(), racing[1 - first]!()]);
    const told = (await notices.told(task!.id)).filter((type) => type !== 'notice-task-set');
    expect([['notice-task-done'], ['notice-task-cancelled']]).toContainEqual(told);
  });

  it('paper that is up comes down when the notice ends; what was not posted is not posted any more', async () => {
    const id = await posted();
    const [, paper] = await tasksOf(id);
    await finish(paper!.id, poster);
    await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    expect(await tasksOf(id)).toMatchObject([
      { task: 'chat-post', status: 'cancelled' },
      { task: 'chat-retract', status: 'open', place: '业主一群', unproven: true },
      { task: 'paper-down', status: 'open', place: '1栋大堂', posterId: poster.personId, unproven: false },
      { task: 'paper-up', status: 'done' },
    ]);
    const { body } = await notices.ask(`GET /api/notices/${id}/figures`, area.writer);
    expect(body.tasks).toEqual({ open: 2, done: 1, cancelled: 1 });
    expect(body.places).toEqual([
      { channel: 'chat-group', places: 1, done: 0, open: 0, failed: 1 },
      { channel: 'paper-board', places: 1, done: 1, open: 0, failed: 0 },
    ]);
  });
});
