import type { Principal } from '@property-office/contracts';
import { newId } from '@property-office/kernel';
import { waitFor } from '@property-office/testing';
import { FinishTaskHandler } from './features/finish-task/finish-task.handler';
import { Neighbourhood } from './neighbourhood.fixture';
import { NoticesUnderTest, type Told } from './notices.fixture';

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

const byHand = ['in-app', 'chat-group', 'paper-board'];
const places = async (groups: string[], version = 0, { personId: posterId } = poster): Promise<void> => {
  const chatGroups = groups.map((name) => ({ name, posterId }));
  const body = { kind: 'outage', channels: ['in-app', 'email', 'robot', 'portal-board', 'chat-group', 'paper-board'], chatGroups, paperBoards: [{ name: '1栋大堂', posterId }] };
  const { status, text } = await notices.ask(`PUT /api/notice-channels/${area.siteId}`, area.lead, body, { 'if-match': `"${version}"` });
  if (status !== 200) throw new Error(text);
};
interface TaskRow {
  id: string;
  task: string;
  place: string;
  status: string;
  unproven: boolean;
}
const tasksOf = async (noticeId: string): Promise<TaskRow[]> =>
  (await notices.ask(`GET /api/notice-tasks?noticeId=${noticeId}`, area.writer)).body.items.toSorted((a: TaskRow, b: TaskRow) => (a.task + a.place < b.task + b.place ? -1 : 1));
const short = async (noticeId: string): Promise<string[]> => (await tasksOf(noticeId)).map(({ task, place, status, unproven }) => `${task} ${place} ${status}${unproven ? '?' : ''}`);
/** Files is another service: what it claims is tested through the gateway. */
const finish = (id: string) =>
  notices.runtime.database.transaction((tx) =>
    notices.part(FinishTaskHandler).execute(
      tx,
      { principal: poster, operation: 'notifications.finishNoticeTask', requestId: '', traceparent: '', language: 'en', route: '' },
      id,
      { attachmentIds: [newId()] },
    ),
  );
const posted = async (noticeId: string, place: string): Promise<void> => void (await finish((await tasksOf(noticeId)).find((each) => each.place === place && each.status === 'open')!.id));
const correct = (id: string, more: object = {}): Promise<Told> =>
  area.act(id, 'correct', area.writer, { ...area.contentOf({ zh: { title: '停水通知', body: '改为后天停水。' }, channels: byHand, ...more }), whatChanged: '日期改为后天' });
const corrected = async (id: string, more: object = {}): Promise<string> => {
  const { body, status, text } = await correct(id, more);
  if (status !== 201) throw new Error(text);
  await area.moved(body.id, 'submit', area.writer);
  await area.approve(body.id);
  return area.moved(body.id, 'release', area.writer);
};
const inboxOf = async ({ personId }: Principal): Promise<string[]> =>
  (await notices.rows<{ kind: string }>(`SELECT kind FROM notification WHERE person_id = $1 ORDER BY kind`, [personId])).map(({ kind }) => kind);

describe('a withdrawal', () => {
  it('is said in each group that read the notice, or may have, once; with what is withdrawn and why', async () => {
    await places(['甲群', '乙群']);
    const id = await area.released({ channels: byHand });
    await posted(id, '甲群');
    await area.moved(id, 'withdraw', area.lead, { reason: '施工取消' });
    expect(await short(id)).toEqual(['chat-post 乙群 cancelled', 'chat-post 甲群 done', 'chat-retract 乙群 open?', 'chat-retract 甲群 open', 'paper-down 1栋大堂 open?', 'paper-up 1栋大堂 cancelled']);
    expect((await area.act(id, 'withdraw', area.lead, { reason: '施工取消' })).status).toBe(409);
    expect(await short(id)).toHaveLength(6);
    const tasks = await tasksOf(id);
    const retract = tasks.find(({ task, unproven }) => task === 'chat-retract' && !unproven)!;
    const { body } = await notices.ask(`GET /api/notice-tasks/${retract.id}`, poster);
    expect(body.text).toMatch(/^【公告撤回：停水通知】\n此前发布的公告 N-\d{8}-\d+ 已撤回[^]*原因：施工取消[^]*【Notice withdrawn: Water cut】\nNotice N-[^]*Reason: 施工取消/);
    expect(body.text).not.toContain('管道检修');
    expect(await notices.ask(`GET ${body.pictureUrl}`, poster)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect((await notices.events(retract.id))[0]!.data).not.toHaveProperty('unproven');
    expect((await notices.events(tasks.find(({ unproven }) => unproven)!.id))[0]).toMatchObject({ type: 'notifications.notice-task-set.v1', data: { unproven: true } });
    expect((await inboxOf(poster)).filter((kind) => kind.startsWith('notice-task'))).toEqual(['notice-task-down', 'notice-task-retract', 'notice-task-retract', 'notice-task-yours', 'notice-task-yours', 'notice-task-yours']);
  });

  it.each(['withdrawn', 'over'])('of a place that has another poster by now is their work (%s)', async (how) => {
    await places(['甲群', '乙群']);
    const validUntil = new Date((await notices.now()).getTime() + 3_600_000).toISOString();
    const id = await area.released({ channels: byHand, validUntil });
    for (const place of ['甲群', '乙群', '1栋大堂']) await posted(id, place);
    const successor = area.holding('technician');
    await area.hired(successor);
    await places(['甲群'], 1, successor);
    if (how === 'withdrawn') await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    else await notices.elapse(2 * 3_600_000);
    const set = await notices.rows<{ task: string; place: string; poster_id: string }>(`SELECT task, place, poster_id FROM notice_task WHERE notice_id = $1 AND state = 'open' ORDER BY task, place`, [id]);
    const expected = [['chat-retract', '乙群', poster], ['chat-retract', '甲群', successor], ['paper-down', '1栋大堂', successor]] as const;
    const due = expected.filter(([task]) => how === 'withdrawn' || task === 'paper-down').map(([task, place, who]) => ({ task, place, poster_id: who.personId }));
    expect(set).toHaveLength(due.length);
    expect(set).toEqual(expect.arrayContaining(due));
    expect(await inboxOf(successor)).toContain('notice-task-down');
  });

  it('what was never out is spared by its poster, unless a picture shows that it was', async () => {
    await places(['甲群', '乙群']);
    const id = await area.released({ channels: byHand });
    await posted(id, '甲群');
    await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    const tasks = (await tasksOf(id)).filter(({ task }) => task === 'chat-retract');
    const spare = (task: TaskRow, who = poster, headers: Record<string, string> = {}): Promise<Told> => notices.ask(`POST /api/notice-tasks/${task.id}/spare`, who, {}, headers);
    const [perhaps, shown] = [tasks.find(({ unproven }) => unproven)!, tasks.find(({ unproven }) => !unproven)!];
    expect((await spare(perhaps, area.writer)).status).toBe(404);
    expect((await spare(shown)).body).toMatchObject({ status: 409, code: 'notice-task-not-spared', title: 'The old notice was out there' });
    expect((await spare(shown, poster, { 'accept-language': 'zh' })).body.title).toBe('原文已在此发布');
    expect((await spare(perhaps)).body).toMatchObject({ status: 'cancelled' });
    expect((await spare(perhaps)).body).toMatchObject({ status: 409, code: 'notice-task-not-open' });
    expect((await notices.told(perhaps.id))).toEqual(['notice-task-set', 'notice-task-cancelled']);
    await notices.elapse(10 * 3_600_000);
    expect(await notices.told(perhaps.id)).toHaveLength(2);
  });

  it('of what was not released says nothing, and leaves alone what an earlier edition has out', async () => {
    await places(['甲群']);
    const id = await area.released({ channels: byHand });
    await posted(id, '甲群');
    const { body } = await correct(id);
    await area.moved(body.id, 'submit', area.writer);
    await area.approve(body.id);
    await area.moved(body.id, 'withdraw', area.lead, { reason: '不需要更正' });
    expect([await short(id), await short(body.id)]).toEqual([['chat-post 甲群 done', 'paper-up 1栋大堂 open'], []]);
  });

  it.each([[0], [1]])('and the screenshot of the post at once: the group is told once (%d first)', async (first) => {
    await places(['甲群']);
    const id = await area.released({ channels: byHand });
    const task = (await tasksOf(id)).find((each) => each.task === 'chat-post')!;
    const racing = [() => finish(task.id).catch(() => undefined), () => area.act(id, 'withdraw', area.lead, { reason: '取消' })];
    await Promise.all([racing[first]!(), racing[1 - first]!()]);
    const chats = (await short(id)).filter((each) => each.startsWith('chat'));
    expect([['chat-post 甲群 done', 'chat-retract 甲群 open'], ['chat-post 甲群 cancelled', 'chat-retract 甲群 open?']]).toContainEqual(chats);
  });
});

describe('a correction', () => {
  it('is posted with what changed; a group it does not go to any more hears that there is one', async () => {
    await places(['甲群', '乙群']);
    const id = await area.released({ channels: byHand });
    for (const place of ['甲群', '乙群', '1栋大堂']) await posted(id, place);
    await places(['甲群'], 1);
    const next = await corrected(id);
    expect(await short(next)).toEqual(['chat-post 甲群 open', 'paper-up 1栋大堂 open']);
    expect(await short(id)).toEqual(['chat-post 乙群 done', 'chat-post 甲群 done', 'chat-retract 乙群 open', 'paper-down 1栋大堂 open', 'paper-up 1栋大堂 done']);
    const text = async (noticeId: string, task: string) => (await notices.ask(`GET /api/notice-tasks/${(await tasksOf(noticeId)).find((each) => each.task === task)!.id}`, poster)).body.text as string;
    expect(await text(next, 'chat-post')).toMatch(/^更正：日期改为后天\n\n【停水通知】\n改为后天停水。/);
    expect(await text(id, 'chat-retract')).toMatch(/^【公告更正：停水通知】\n[^]*请以新版为准。\n更正：日期改为后天[^]*What changed: 日期改为后天/);
  });

  it('withdrawn before it was posted: the group that read the first edition is told, and only once', async () => {
    await places(['甲群']);
    const id = await area.released({ channels: byHand });
    await posted(id, '甲群');
    const next = await corrected(id);
    await area.moved(next, 'withdraw', area.lead, { reason: '全部取消' });
    expect([await short(id), await short(next)]).toEqual([
      ['chat-post 甲群 done', 'paper-down 1栋大堂 open?', 'paper-up 1栋大堂 cancelled'],
      ['chat-post 甲群 cancelled', 'chat-retract 甲群 open', 'paper-down 1栋大堂 open?', 'paper-up 1栋大堂 cancelled'],
    ]);
  });

  it('a new edition in the group calls off what was still to be said there of the old one', async () => {
    await places(['甲群']);
    const id = await area.released({ channels: byHand });
    await posted(id, '甲群');
    const { body } = await correct(id);
    await area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    expect(await short(id)).toContain('chat-retract 甲群 open');
    await area.moved(body.id, 'submit', area.writer);
    await area.approve(body.id);
    await area.moved(body.id, 'release', area.writer);
    expect(await short(id)).toContain('chat-retract 甲群 cancelled');
    expect(await short(body.id)).toContain('chat-post 甲群 open');
  });

  it.each([[0], [1]])('released and the old edition withdrawn at once: one of them, then the other, never stuck (%d first)', async (first) => {
    await places(['甲群']);
    const id = await area.released({ channels: byHand });
    await posted(id, '甲群');
    const { body } = await correct(id);
    await area.moved(body.id, 'submit', area.writer);
    await area.approve(body.id);
    const racing = [() => area.act(body.id, 'release', area.writer), () => area.act(id, 'withdraw', area.lead, { reason: '取消' })];
    const answers = await Promise.all([racing[first]!(), racing[1 - first]!()]);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    // The group has one thing to be told.
    expect([...(await short(id)), ...(await short(body.id))].filter((each) => each.startsWith('chat') && each.includes(' open'))).toEqual(['chat-post 甲群 open']);
  });
});

describe('the end of its validity', () => {
  const inAnHour = async (): Promise<string> => new Date((await notices.now()).getTime() + 3_600_000).toISOString();

  it('takes paper down that is up, or may be though nobody photographed it', async () => {
    await places(['甲群']);
    const id = await area.released({ channels: byHand, validUntil: await inAnHour() });
    const shown = await area.released({ channels: byHand, validUntil: await inAnHour() });
    await posted(shown, '1栋大堂');
    await notices.elapse(2 * 3_600_000);
    expect(await area.status(id)).toBe('expired');
    expect([await short(id), await short(shown)]).toEqual([
      ['chat-post 甲群 cancelled', 'paper-down 1栋大堂 open?', 'paper-up 1栋大堂 cancelled'],
      ['chat-post 甲群 cancelled', 'paper-down 1栋大堂 open', 'paper-up 1栋大堂 done'],
    ]);
  });

  it('calls off what was still to be said in a group of an earlier edition, and leaves its paper to be taken down', async () => {
    await places(['甲群', '乙群']);
    const id = await area.released({ channels: byHand });
    for (const place of ['甲群', '乙群', '1栋大堂']) await posted(id, place);
    await places(['甲群'], 1);
    await corrected(id, { validUntil: await inAnHour() });
    expect(await short(id)).toContain('chat-retract 乙群 open');
    await notices.elapse(2 * 3_600_000);
    expect(await short(id)).toEqual(expect.arrayContaining(['chat-retract 乙群 cancelled', 'paper-down 1栋大堂 open']));
  });
});

describe('who was told by other channels', () => {
  const mailed = (who: Principal) =>
    notices.rows(`INSERT INTO notification_settings (person_id, email_cipher, language, version, changed_at) VALUES ($1, 'sealed', 'en', 1, now())`, [who.personId]);
  const deliveries = async (column: string, id: string): Promise<string[]> =>
    (await notices.rows<{ content_type: string; state: string }>(`SELECT content_type, state FROM delivery WHERE ${column} = $1 ORDER BY created_at, content_type`, [id])).map(({ content_type, state }) => `${content_type} ${state}`);
  const sent = (column: string, id: string) => notices.rows(`UPDATE delivery SET state = 'sent', attempts = 1 WHERE ${column} = $1`, [id]);
  const robot = async (): Promise<string> =>
    (await notices.rows<{ id: string }>(
      `INSERT INTO group_robot (id, site_id, name, platform, staff_group, url_cipher, host, language, at_night, created_at, version)
       VALUES (gen_random_uuid(), $1, 'x', 'wecom', 'desk', 'sealed', 'x', 'zh', false, now(), 1) RETURNING id`,
      [area.siteId],
    ))[0]!.id;
  const first = ['in-app', 'email', 'robot'];

  it('hears of the withdrawal the same way, once; what had not left never does', async () => {
    const [one, two, endpoint] = [await area.resident(area.homes[0]), await area.resident(area.homes[1]), await robot()];
    await places(['甲群']);
    for (const who of [one, two]) await mailed(who);
    const id = await area.released({ channels: first });
    await sent('person_id', one.personId);
    await sent('endpoint_id', endpoint);
    await area.moved(id, 'withdraw', area.lead, { reason: '施工取消' });
    expect(await deliveries('person_id', one.personId)).toEqual(['notice sent', 'notice-withdrawn waiting']);
    expect(await deliveries('endpoint_id', endpoint)).toEqual(['notice sent', 'notice-withdrawn waiting']);
    expect(await deliveries('person_id', two.personId)).toEqual(['notice withdrawn']);
    expect(await inboxOf(two)).toEqual(['notice-released', 'notice-withdrawn']);
  });

  it('and is not told of the new edition, hears that there is one; who is told of it hears nothing more', async () => {
    const [one, two, endpoint] = [await area.resident(area.homes[0]), await area.resident(area.homes[2]), await robot()];
    await places(['甲群']);
    for (const who of [one, two]) await mailed(who);
    const id = await area.released({ channels: first });
    for (const who of [one, two]) await sent('person_id', who.personId);
    await sent('endpoint_id', endpoint);
    const next = await corrected(id, { channels: ['in-app', 'email'], audience: [{ scope: 'building', placeId: area.buildings[0] }] });
    expect(await inboxOf(one)).toEqual(['notice-released', 'notice-released']);
    expect(await deliveries('person_id', one.personId)).toEqual(['notice sent', 'notice waiting']);
    expect(await inboxOf(two)).toEqual(['notice-corrected', 'notice-released']);
    expect(await deliveries('person_id', two.personId)).toEqual(['notice sent', 'notice-corrected waiting']);
    expect(await deliveries('endpoint_id', endpoint)).toEqual(['notice sent', 'notice-corrected waiting']);
    const contents = notices.contents();
    expect(await contents.render('notice-corrected', { noticeId: next }, 'en')).toMatchObject({ title: 'Notice corrected: Water cut', text: '日期改为后天' });
    expect(await contents.render('notice-corrected', { noticeId: next }, 'zh')).toMatchObject({ title: '公告已更正：停水通知' });
    // What they open is the edition that was theirs.
    const [told] = await notices.rows<{ subject_id: string }>(`SELECT subject_id FROM notification WHERE person_id = $1 AND kind = 'notice-corrected'`, [two.personId]);
    expect(told).toEqual({ subject_id: id });
    expect((await area.read(id, two)).body).toMatchObject({ status: 'corrected' });

    await area.moved(next, 'withdraw', area.lead, { reason: '全部取消' });
    for (const who of [one, two]) expect((await inboxOf(who)).filter((kind) => kind === 'notice-withdrawn')).toEqual(['notice-withdrawn']);
    expect((await deliveries('person_id', two.personId)).filter((each) => each.startsWith('notice-withdrawn'))).toHaveLength(1);
    expect(await contents.render('notice-corrected', { noticeId: next }, 'en')).toBeUndefined();
  });

  it('a sender that has begun on the old one is followed by the withdrawal, whichever came first', async () => {
    const one = await area.resident(area.homes[0]);
    await places(['甲群']);
    await mailed(one);
    const id = await area.released({ channels: first });
    const lease = `UPDATE delivery SET attempts = attempts + 1, leased_until = clock_timestamp() + interval '90 seconds' WHERE person_id = $1`;
    await notices.admin.query('BEGIN');
    await notices.admin.query(`SET LOCAL search_path = notifications`);
    await notices.admin.query(lease, [one.personId]);
    const withdrawing = area.moved(id, 'withdraw', area.lead, { reason: '取消' });
    await waitUntilBlocked();
    await notices.admin.query('COMMIT');
    await withdrawing;
    expect(await deliveries('person_id', one.personId)).toEqual(['notice waiting', 'notice-withdrawn waiting']);
  });

  async function waitUntilBlocked(): Promise<void> {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
    await waitFor(async () => (await notices.admin.query(waiting)).rows.length > 0, { what: 'the withdrawal to wait for the sender' });
  }
});
